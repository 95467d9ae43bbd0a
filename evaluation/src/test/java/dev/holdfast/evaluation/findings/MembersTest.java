package dev.holdfast.evaluation.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.evaluation.mutants.Edit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MembersTest {
  private static final String TEXT =
      """
      class Outer {
        int field = 3;
        { field = 4; }
        class Inner {
          @SuppressWarnings("GuardedBy")
          void m(java.util.List<String> list, int n) {
            Runnable r = () -> field++;
          }
        }
        @SuppressWarnings({"unchecked", "GuardedByChecker"}) int two;
        void local() {
          @SuppressWarnings("GuardedBy")
          int three = two;
        }
        @SuppressWarnings("unchecked") void other() {}
        abstract static class Bodyless { abstract void none(); }
      }
      """;

  @TempDir private Path directory;

  @Test
  void placeBelongsToTheInnermostMember() throws IOException {
    Members members = members();
    assertThat(members.memberAt(TEXT.indexOf("Runnable")))
        .isEqualTo("Outer.Inner#m(java.util.List,int)");
    assertThat(members.memberAt(TEXT.indexOf("field = 3"))).isEqualTo("Outer#field");
    assertThat(members.memberAt(TEXT.indexOf("field = 4"))).isEqualTo("Outer");
  }

  @Test
  void lineIsTheWholeLineWithoutItsIndentation() throws IOException {
    assertThat(members().lineAt(TEXT.indexOf("field++"))).isEqualTo("Runnable r = () -> field++;");
    assertThat(members().lineAt(0)).isEqualTo("class Outer {");
  }

  @Test
  void bodiesAreMethodsLambdasAndInitialisers() throws IOException {
    // Two fields' worth of one initialiser, one block, m, its lambda, local and other.
    assertThat(members().bodies()).isEqualTo(6);
  }

  @Test
  void suppressionsAreFoundOnEveryKindOfDeclaration() throws IOException {
    List<String> names = members().suppressions().stream().map(found -> found.member()).toList();
    assertThat(names)
        .containsExactly("Outer.Inner#m(java.util.List,int)", "Outer#two", "Outer#three");
  }

  @Test
  void suppressionIsTakenAwayWithoutTouchingItsNeighbours() throws IOException {
    Edit without = members().suppressions().get(1).without();
    assertThat(Edit.apply(TEXT, List.of(without)))
        .contains("@SuppressWarnings({\"unchecked\", \"\"}) int two;");
  }

  private Members members() throws IOException {
    return Members.of(Files.writeString(directory.resolve("Outer.java"), TEXT));
  }
}
