FROM python:3.11-slim

WORKDIR /app
COPY requirements.lock ./
RUN pip install --no-cache-dir --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE NOTICE ./
COPY graph graph
COPY ingest ingest
COPY api api
COPY cypher cypher
RUN pip install --no-cache-dir --no-deps --no-build-isolation .

# The API holds no state: no user of the machine needs to be root.
RUN useradd --system --create-home guikou
USER guikou
WORKDIR /home/guikou
EXPOSE 8000
ENTRYPOINT ["guikou"]
CMD ["serve", "--host", "0.0.0.0"]
