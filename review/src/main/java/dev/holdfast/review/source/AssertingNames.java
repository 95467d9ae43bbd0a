package dev.holdfast.review.source;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of the methods that a tree declares to assert or test a hold. Found by searching the
 * text, so that a call of any other method need not be resolved, which would parse what it leads
 * to.
 */
final class AssertingNames {
  private static final String ARGUMENTS =
      "(?:\\((?:[^()\"]|\"(?:\\\\.|[^\"\\\\])*\"|\\([^()]*\\))*\\))?";
  private static final Pattern DECLARATION =
      Pattern.compile(
          "@(?:[\\w.]+\\.)?(?:AssertsHeld|TestsHeld|Excludes)\\s*"
              + ARGUMENTS
              + "\\s*(?:@[\\w.]+\\s*"
              + ARGUMENTS
              + "\\s*)*[^;{}=()@]*?([\\w$]+)\\s*\\(");

  private final SourceTree tree;
  private final SourceTree stubs;
  private Set<String> names;

  AssertingNames(SourceTree tree, SourceTree stubs) {
    this.tree = tree;
    this.stubs = stubs;
  }

  boolean contains(String method) {
    if (names == null) {
      names = new HashSet<>();
      search(tree);
      search(stubs);
    }
    return names.contains(method);
  }

  private void search(SourceTree sources) {
    for (String path : sources.paths()) {
      try {
        search(sources.read(path));
      } catch (IOException e) {
        /* What cannot be read declares nothing; it is reported where it is reviewed. */
        continue;
      }
    }
  }

  private void search(String text) {
    if (!text.contains("AssertsHeld")
        && !text.contains("TestsHeld")
        && !text.contains("Excludes")) {
      return;
    }
    Matcher declarations = DECLARATION.matcher(text);
    while (declarations.find()) {
      names.add(declarations.group(1));
    }
  }
}
