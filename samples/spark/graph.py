#!/usr/bin/env python3
"""The graph of an archive, made on a Spark cluster by entente's filters.

    graph.py NEWS GRAPH.json [PARTITIONS]

NEWS is what Spark reads as lines (a file, a folder, hdfs://...), an article of
JSON each, with an "id" of its own. Each executor searches its share of the
lines: `entente mentions --records`, to which Spark pipes them. One process then
goes on from what they found, in the order of the lines, and makes the graph
that it would make of NEWS by itself, byte for byte.

ENTENTE is the program, on every machine; SPARK_MASTER the cluster (by default
four processes of this machine, each an executor of its own).
"""
import os
import shlex
import subprocess
import sys

from pyspark import StorageLevel
from pyspark.sql import SparkSession

ENTENTE = os.environ.get("ENTENTE", "entente")
MASTER = os.environ.get("SPARK_MASTER", "local-cluster[4,1,1024]")


def shares(spark, news, partitions):
    """What each share of the lines makes, in their order. A share whose
    executor is lost is made again by another; one that fails ends the job."""
    command = shlex.join([ENTENTE, "mentions", "--quiet", "--threads", "1",
                          "--records", "-"])
    lines = spark.sparkContext.textFile(news, partitions)
    return lines.pipe(command, checkCode=True)


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__.split("\n\n")[1])
    news, graph = sys.argv[1:3]
    spark = (SparkSession.builder.master(MASTER).appName("entente")
             .config("spark.task.maxFailures", 8)
             .getOrCreate())
    records = shares(spark, news, int(sys.argv[3]) if sys.argv[3:] else 16)
    build = subprocess.Popen([ENTENTE, "build", "--quiet", "-", "-o", graph],
                             stdin=subprocess.PIPE)
    # All shares are searched at once, and then fetched one after another.
    records.persist(StorageLevel.DISK_ONLY)
    records.count()
    for line in records.toLocalIterator(prefetchPartitions=True):
        build.stdin.write(line.encode() + b"\n")
    build.stdin.close()
    spark.stop()
    sys.exit(build.wait())


if __name__ == "__main__":
    main()
