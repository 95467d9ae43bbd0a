package dev.holdfast.evaluation.mutants;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;

/**
 * Finds the places of one file that need a lock: uses of members that declare a need, uses of
 * private helpers whose bodies have one, and {@code wait} and {@code notify}.
 */
final class UseFinder extends TreePathScanner<Void, Void> {
  private static final Set<String> MONITOR_METHODS = Set.of("wait", "notify", "notifyAll");
  private final SourceUnit unit;
  private final LockNames names;
  private final LockCalls calls;
  private final DeclaredNeeds declared;
  private final List<LockSite> sites;
  private final Map<Element, Set<Need>> inferred = new HashMap<>();
  private List<Use> uses = new ArrayList<>();

  UseFinder(
      SourceUnit unit,
      LockNames names,
      LockCalls calls,
      DeclaredNeeds declared,
      List<LockSite> sites) {
    this.unit = unit;
    this.names = names;
    this.calls = calls;
    this.declared = declared;
    this.sites = sites;
  }

  /** All uses, once what private helpers need does not grow any more. */
  List<Use> find() {
    do {
      uses = new ArrayList<>();
      scan(unit.tree(), null);
    } while (inferNeeds());
    return List.copyOf(uses);
  }

  @Override
  public Void visitIdentifier(IdentifierTree name, Void unused) {
    Element element = unit.element(getCurrentPath());
    if (element != null) {
      addUses(element);
    }
    return super.visitIdentifier(name, unused);
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree select, Void unused) {
    Element element = unit.element(getCurrentPath());
    if (element != null) {
      addUses(element);
    }
    return super.visitMemberSelect(select, unused);
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
    TreePath select = new TreePath(getCurrentPath(), call.getMethodSelect());
    Element method = unit.element(select);
    if (method != null
        && MONITOR_METHODS.contains(method.getSimpleName().toString())
        && method.getEnclosingElement().toString().equals("java.lang.Object")) {
      String lock =
          select.getLeaf() instanceof MemberSelectTree
              ? calls.receiver(select, method)
              : names.thisAt(select);
      add(lock, true, ContractKind.LIBRARY);
    }
    return super.visitMethodInvocation(call, unused);
  }

  private void addUses(Element element) {
    List<Need> needs = new ArrayList<>(declared.of(element));
    needs.addAll(inferred.getOrDefault(element, Set.of()));
    if (needs.isEmpty()) {
      return;
    }
    String receiver = calls.receiver(getCurrentPath(), element);
    for (Need need : needs) {
      boolean exclusive = !element.getKind().isField() || isWritten();
      add(names.ofGuard(need.guard(), element, receiver), exclusive, need.kind());
    }
  }

  /** Whether the current expression is the target of an assignment. */
  private boolean isWritten() {
    Tree leaf = getCurrentPath().getLeaf();
    Tree parent = getCurrentPath().getParentPath().getLeaf();
    if (parent instanceof AssignmentTree assignment) {
      return assignment.getVariable() == leaf;
    }
    if (parent instanceof CompoundAssignmentTree assignment) {
      return assignment.getVariable() == leaf;
    }
    return switch (parent.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
      default -> false;
    };
  }

  private void add(String lock, boolean exclusive, ContractKind kind) {
    Tree body = Bodies.around(getCurrentPath()).getLeaf();
    int offset = unit.start(getCurrentPath().getLeaf());
    uses.add(new Use(body, offset, lock, exclusive, kind));
  }

  /** Adds what private methods need but do not take; returns whether anything was new. */
  private boolean inferNeeds() {
    boolean grew = false;
    for (Use use : uses) {
      if (use.body() instanceof MethodTree method && !Bodies.constructs(method)) {
        Element element = unit.element(unit.trees().getPath(unit.tree(), method));
        if (isPrivateMethod(element) && declared.of(element).isEmpty() && !isHeldAt(use)) {
          grew |= addNeed(element, use);
        }
      }
    }
    return grew;
  }

  private boolean addNeed(Element method, Use use) {
    String self = "this@" + method.getEnclosingElement().getSimpleName();
    if (use.lock().equals(self)) {
      return needsOf(method).add(new Need("this", use.kind()));
    }
    if (use.lock().startsWith(self + ".")) {
      return needsOf(method).add(new Need(use.lock().substring(self.length() + 1), use.kind()));
    }
    // What a helper needs of a parameter or a local is not followed.
    return false;
  }

  private Set<Need> needsOf(Element method) {
    return inferred.computeIfAbsent(method, unused -> new HashSet<>());
  }

  private boolean isHeldAt(Use use) {
    return sites.stream()
        .anyMatch(
            site ->
                site.body() == use.body()
                    && site.lock().equals(use.lock())
                    && site.covers(use.offset()));
  }

  private static boolean isPrivateMethod(Element element) {
    return element != null
        && element.getKind() == ElementKind.METHOD
        && element.getModifiers().contains(Modifier.PRIVATE);
  }
}
