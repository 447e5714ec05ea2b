"""Citations of Chinese law: found in any text, resolved against the graph on a day.

find(text)                          graph.citations.find: every citation with its exact words; pure
outline_of(tree)                    graph.citations.outline: where things stand, for 前款, 本条 and 第二项
check_citations(store, text, on=…)  graph.citations.check: found, and resolved to nodes or typed outcomes
cited_provision(store, words, on=…) graph.citations.check: one citation as a user writes it
"""
