// Starts GraphiQL on our own schema. A query after # in the address is shown, not run: /graphql#query=...
(function () {
  "use strict";
  const shown = new URLSearchParams(window.location.hash.slice(1)).get("query") || undefined;
  const first = [
    "# Where does every filing go? Press Ctrl-Enter. Field names complete with Ctrl-Space.",
    "{",
    "  routes(toAuthority: true, kind: [FILING], first: 10) {",
    "    totalCount",
    "    nodes {",
    "      obligation { id gistEn }",
    "      authority { nameEn level }",
    "      platform { nameEn }",
    "      kind",
    "      reason",
    "      basis",
    "    }",
    "  }",
    "}",
    "",
  ].join("\n");
  const fetcher = GraphiQL.createFetcher({ url: "/graphql" });

  const explorer = GraphiQLPluginExplorer.explorerPlugin();

  function Page() {
    return React.createElement(GraphiQL, {
      fetcher,
      defaultEditorToolsVisibility: true,
      defaultQuery: first,
      plugins: [explorer],
      query: shown,
    });
  }

  ReactDOM.createRoot(document.getElementById("graphiql")).render(React.createElement(Page));
})();
