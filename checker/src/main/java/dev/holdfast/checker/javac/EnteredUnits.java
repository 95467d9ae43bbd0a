package dev.holdfast.checker.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Remembers the files of a compilation as they are entered, for checks that see one at a time. */
public final class EnteredUnits implements TaskListener {
  private final Set<CompilationUnitTree> units = new LinkedHashSet<>();

  EnteredUnits() {}

  @Override
  public void finished(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.ENTER && event.getCompilationUnit() != null) {
      units.add(event.getCompilationUnit());
    }
  }

  /** All so far, in order. */
  public List<CompilationUnitTree> units() {
    return List.copyOf(units);
  }
}
