"""The tasks, by layer. A task is a module with

    NAME                    its name, as --sets and the JSON file say it
    gold_files(data)        {set: the gold files it is read from}
    load(data)              its cases
    score(cases, records)   Figures by name ("SET FIGURE")

and, where the cases are no articles, run(program, cases), which gives the records.
"""
from tasks import actors, articles, coreference, figures, names, pages, places, pronouns, statements, times, words

TASKS = {task.NAME: task
         for task in (pages, words, names, actors, coreference, times, figures, places, statements, pronouns, articles)}
