package dev.holdfast.review;

import dev.holdfast.review.source.SourceContracts;

/** The progress of one task that two threads work on. */
final class SharedProgress implements SourceContracts.Progress {
  private final Progress progress;
  private final String task;
  private final int total;
  private int done;

  SharedProgress(Progress progress, String task, int total) {
    this.progress = progress;
    this.task = task;
    this.total = total;
  }

  @Override
  public synchronized void at(int doneByOne, int totalOfOne) {
    progress.at(task, ++done, total);
  }
}
