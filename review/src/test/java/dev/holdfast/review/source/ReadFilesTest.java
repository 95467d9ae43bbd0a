package dev.holdfast.review.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which files are opened to read the contracts of some: those, and where their names lead. */
final class ReadFilesTest {
  private static final MapTree TREE =
      new MapTree()
          .with("p/Locks.java", "package p; public class Locks { public static Object ALL; }")
          .with("p/Other.java", "package p; class Other { void f() {} }")
          .with(
              "q/Plain.java",
              "package q; import dev.holdfast.annotations.GuardedBy; class Plain { Object lock;"
                  + " @GuardedBy(\"lock\") int x; }")
          .with(
              "q/User.java",
              "package q; import dev.holdfast.annotations.GuardedBy; import p.Locks; class User {"
                  + " @GuardedBy(\"Locks.ALL\") int x; }");

  private static Set<String> readFor(String path) {
    Set<String> opened = new TreeSet<>();
    SourceTree recording =
        new SourceTree() {
          @Override
          public List<String> paths() {
            return TREE.paths();
          }

          @Override
          public String read(String each) throws IOException {
            opened.add(each);
            return TREE.read(each);
          }
        };
    SourceContracts.Result result =
        new SourceContracts(recording).read(List.of(path), (done, total) -> {});
    assertThat(result.lines()).hasSize(1);
    return opened;
  }

  @Test
  void nothingElseWhereNoNameLeadsElsewhere() {
    assertThat(readFor("q/Plain.java")).containsExactly("q/Plain.java");
  }

  @Test
  void theFileThatALockIsDeclaredIn() {
    assertThat(readFor("q/User.java")).containsExactly("p/Locks.java", "q/User.java");
  }
}
