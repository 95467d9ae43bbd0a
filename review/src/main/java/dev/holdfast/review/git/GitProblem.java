package dev.holdfast.review.git;

import java.io.IOException;

/** Something about the repository that a user can mend. The message is a sentence for people. */
public final class GitProblem extends IOException {
  private static final long serialVersionUID = 1L;

  GitProblem(String message) {
    super(message);
  }

  GitProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
