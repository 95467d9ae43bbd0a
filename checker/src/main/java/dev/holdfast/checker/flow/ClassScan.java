package dev.holdfast.checker.flow;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.path.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/**
 * One pass over a top-level class before its bodies are analysed: which bodies touch a lock or a
 * contract at all, and which helpers they call.
 */
final class ClassScan {
  /**
   * A member whose body is analysed on its own: a method, an initialiser block, or a field with an
   * initialiser.
   */
  static final class Member {
    final Tree tree;
    final Element element;
    final ClassTree owner;
    final Set<ExecutableElement> confinedCallees = new LinkedHashSet<>();
    boolean interesting;

    /** The member in whose body the anonymous class stands that this is a member of, or null. */
    Member creator;

    /** Its contract asks something of callers, which a body can only break by an assignment. */
    boolean onlyAsks;

    private Boolean erroneous;

    Member(Tree tree, Element element, ClassTree owner) {
      this.tree = tree;
      this.element = element;
      this.owner = owner;
    }

    /** Whether it is a part of what each constructor of the class runs. */
    boolean isInstanceInitialiser() {
      return isInstanceInitialiser(tree, element);
    }

    static boolean isInstanceInitialiser(Tree tree, Element element) {
      return tree instanceof BlockTree block && !block.isStatic()
          || tree instanceof VariableTree && !Env.isStatic(element);
    }

    /** What of it runs; null for a field without initialiser. */
    Tree code() {
      return tree instanceof VariableTree field
          ? field.getInitializer()
          : tree instanceof MethodTree method ? method.getBody() : tree;
    }
  }

  private final Env env;
  private final TreePath path;
  private final FieldFacts fields;
  private final InnerObjects innerObjects;
  private final NeverThrowing neverThrowing;
  private final PureMethods pureMethods;
  private final Helpers helpers;
  private final Borrowing borrowing;
  private final NewResults newResults;
  private final Publishing publishing;
  private final Reassigning reassigning;
  private final CalledBack calledBack;
  private final Map<Tree, Member> members = new LinkedHashMap<>();
  private final Map<ExecutableElement, Member> methods = new HashMap<>();
  private final Map<ClassTree, List<Member>> initialisers = new HashMap<>();
  private final List<ClassTree> classes = new ArrayList<>();
  private final Set<ExecutableElement> called = new HashSet<>();
  private final Map<Element, Tree> unusable = new LinkedHashMap<>();
  private final List<VariableElement> annotated = new ArrayList<>();

  /** Bodies of anonymous classes that are callbacks of the body in which they stand. */
  final Set<Tree> followed = new HashSet<>();

  private final Map<ClassTree, Map<Path, Mode>> lacking = new HashMap<>();
  private List<ExecutableElement> overriding;

  private ClassScan(Env env, Contracts contracts, TreePath path) {
    this.env = env;
    this.path = path;
    this.fields = new FieldFacts(env, contracts, path);
    this.innerObjects = new InnerObjects(env, path);
    this.neverThrowing = new NeverThrowing(env, contracts, this);
    this.pureMethods = new PureMethods(contracts, this);
    this.helpers = new Helpers(env, this);
    this.borrowing = new Borrowing(this, contracts);
    this.newResults = new NewResults(this);
    this.publishing = new Publishing(env, this, contracts);
    this.reassigning = new Reassigning(env, this);
    this.calledBack = new CalledBack(env, contracts, this);
  }

  /** Scans the class that {@code path} leads to. */
  static ClassScan of(Env env, Contracts contracts, TreePath path) {
    ClassScan scan = new ClassScan(env, contracts, path);
    contracts.setUnit(scan.fields);
    new MemberScanner(scan, env, contracts).scan(path.getLeaf(), null);
    scan.spread();
    return scan;
  }

  /** The element of a tree in this class. */
  Element element(Tree tree) {
    return env.trees.getElement(new TreePath(path, tree));
  }

  /** Whether the object that is made knows one of the class around its own. */
  boolean makesInner(NewClassTree creation) {
    return element(creation) instanceof ExecutableElement constructor
        && Env.isInner(Env.enclosingType(constructor));
  }

  /** What is known of its fields. */
  FieldFacts fields() {
    return fields;
  }

  /** What is known of objects of its inner classes. */
  InnerObjects innerObjects() {
    return innerObjects;
  }

  /** Which methods are taken not to throw. */
  NeverThrowing neverThrowing() {
    return neverThrowing;
  }

  PureMethods pureMethods() {
    return pureMethods;
  }

  /** The methods whose needs are inferred. */
  Helpers helpers() {
    return helpers;
  }

  /** Which methods only borrow their arguments. */
  Borrowing borrowing() {
    return borrowing;
  }

  /** Which methods give new objects. */
  NewResults newResults() {
    return newResults;
  }

  /** Which methods publish the object that they run on. */
  Publishing publishing() {
    return publishing;
  }

  /** Which methods give fields of their object other objects. */
  Reassigning reassigning() {
    return reassigning;
  }

  /** Which methods merely run the callbacks that they are given. */
  CalledBack calledBack() {
    return calledBack;
  }

  /** The initialisers that each constructor of the class runs. */
  List<Member> initialisers(ClassTree type) {
    return initialisers.getOrDefault(type, List.of());
  }

  /** The path of the top-level class. */
  TreePath path() {
    return path;
  }

  void add(ClassTree type) {
    classes.add(type);
  }

  void add(Member member) {
    members.put(member.tree, member);
    if (member.element instanceof ExecutableElement method) {
      methods.put(method, member);
    }
    if (member.isInstanceInitialiser()) {
      initialisers.computeIfAbsent(member.owner, each -> new ArrayList<>()).add(member);
    }
  }

  void addCall(Member caller, ExecutableElement callee) {
    caller.confinedCallees.add(callee);
    called.add(callee);
  }

  void addUnusable(Element element, Tree use) {
    unusable.putIfAbsent(element, use);
  }

  void addAnnotated(VariableElement local) {
    annotated.add(local);
  }

  /** The local variables that bear an annotation of any kind. */
  List<VariableElement> annotated() {
    return annotated;
  }

  /** Members from class files whose contracts cannot be used, each with its first use. */
  Map<Element, Tree> unusable() {
    return unusable;
  }

  /** All members with a body, in source order. */
  Iterable<Member> members() {
    return members.values();
  }

  /** How many members there are. */
  int size() {
    return members.size();
  }

  /** All classes, the top-level one first. */
  List<ClassTree> classes() {
    return classes;
  }

  /** The member of a method declared in this class, or null. */
  Member member(ExecutableElement method) {
    return methods.get(method);
  }

  /** The source of a method or constructor declared in this class, if it has a body; or null. */
  MethodTree source(ExecutableElement method) {
    Member member = methods.get(method);
    return member != null && member.code() != null ? (MethodTree) member.tree : null;
  }

  /** The methods in sight that override others, which may call them so. */
  List<ExecutableElement> overriding() {
    if (overriding == null) {
      overriding =
          methods.keySet().stream().filter(each -> !env.overridden(each).isEmpty()).toList();
    }
    return overriding;
  }

  /** The same, if each call of the method runs that body, and not one of a subclass; else null. */
  MethodTree sourceOfEachCall(ExecutableElement method) {
    MethodTree source = source(method);
    return source != null && !Env.isOverridable(method) ? source : null;
  }

  /** Whether some body in this class calls or refers to the method. */
  boolean isCalled(ExecutableElement method) {
    return called.contains(method);
  }

  /** Whether something in the member does not compile. */
  boolean isErroneous(Member member) {
    if (member.erroneous == null) {
      member.erroneous = new ErrorScanner(this).isIn(member.tree);
    }
    return member.erroneous;
  }

  /**
   * A body that calls an interesting helper is interesting too, or runs such an initialiser, or may
   * run such a method of an anonymous class.
   */
  private void spread() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Member member : members.values()) {
        if (!member.interesting && (callsInteresting(member) || runsInitialisers(member))) {
          member.interesting = true;
          changed = true;
        }
        if (member.interesting && member.creator != null && !member.creator.interesting) {
          member.creator.interesting = true;
          changed = true;
        }
      }
    }
  }

  /**
   * Takes note that an anonymous object is made without the lock that a place needs, or with that
   * held in a lesser mode; false where the place is no initialiser of its own but what its parent's
   * constructor needs.
   */
  boolean lack(NewClassTree creation, Tree site, Path lock, Mode held) {
    MethodTree made = element(creation) instanceof ExecutableElement own ? source(own) : null;
    ConstructorCall parents = made == null ? null : ConstructorCall.of(made);
    if (parents != null && parents.tree() == site) {
      return false;
    }
    lacking.computeIfAbsent(creation.getClassBody(), each -> new HashMap<>()).put(lock, held);
    return true;
  }

  /** The locks of which that was noted for objects of a class, each with its mode or null. */
  Map<Path, Mode> lacking(ClassTree type) {
    return lacking.getOrDefault(type, Map.of());
  }

  /**
   * Whether it is a constructor that runs initialisers which concern locks, in a class whose
   * objects helpers alone make.
   */
  boolean runsInitialisers(Member constructor) {
    return constructor.element != null
        && constructor.element.getKind() == ElementKind.CONSTRUCTOR
        && ConstructorCall.initialises((MethodTree) constructor.tree)
        && helpers.make(constructor.owner)
        && initialisers(constructor.owner).stream().anyMatch(each -> each.interesting);
  }

  private boolean callsInteresting(Member member) {
    for (ExecutableElement callee : member.confinedCallees) {
      Member target = methods.get(callee);
      if (target != null && target.interesting && helpers.include(callee)) {
        return true;
      }
    }
    return false;
  }
}
