package dev.holdfast.review.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import dev.holdfast.review.contract.Contract;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** Walks the declarations of one file, local and anonymous classes included. */
final class MemberReader {
  private final AnnotationReader annotations;
  private final Targets targets;
  private final Assertions assertions;

  MemberReader(AnnotationReader annotations, Targets targets, Assertions assertions) {
    this.annotations = annotations;
    this.targets = targets;
    this.assertions = assertions;
  }

  /** Every declaration of the file, in source order. */
  List<SourceMember> read(ParsedFile file) {
    Walk walk = new Walk(file);
    String prefix = file.packageName().isEmpty() ? "" : file.packageName() + ".";
    for (TypeDeclaration<?> type : file.unit().getTypes()) {
      walk.type(type, prefix + type.getNameAsString(), List.of());
    }
    return walk.found;
  }

  private final class Walk {
    private final ParsedFile file;
    private final List<SourceMember> found = new ArrayList<>();

    Walk(ParsedFile file) {
      this.file = file;
    }

    void type(TypeDeclaration<?> type, String name, List<Scope.Frame> outer) {
      TypeRef ref = new TypeRef(file, type, name);
      List<Scope.Frame> frames = new ArrayList<>();
      frames.add(new Scope.Frame(ref, Set.of()));
      /* What is static has no enclosing instance, but still its static members and types. */
      frames.addAll(outer);
      Scope scope = Scope.ofType(file, frames);
      boolean alias = type instanceof AnnotationDeclaration;
      List<Contract> contracts = new ArrayList<>(Suppressions.of(type));
      if (alias) {
        contracts.addAll(annotations.ofAlias(ref));
      } else {
        contracts.addAll(read(type, scope, AnnotationReader.On.TYPE));
      }
      found.add(
          new SourceMember(
              name,
              alias ? SourceMember.Kind.ANNOTATION : SourceMember.Kind.TYPE,
              file.path(),
              NodeText.line(type.getName()),
              Accesses.of(type),
              Accesses.extensible(type),
              List.of(),
              "",
              contracts));
      if (type instanceof RecordDeclaration record) {
        record.getParameters().forEach(component -> component(component, record, name, scope));
      }
      if (type instanceof EnumDeclaration enumeration) {
        enumeration.getEntries().forEach(constant -> constant(constant, name, scope));
      }
      members(type.getMembers(), name, scope);
    }

    private void members(NodeList<BodyDeclaration<?>> members, String name, Scope scope) {
      for (BodyDeclaration<?> member : members) {
        if (member instanceof TypeDeclaration<?> nested) {
          type(nested, name + "." + nested.getNameAsString(), scope.frames());
        } else if (member instanceof FieldDeclaration field) {
          field(field, name, scope);
        } else if (member instanceof MethodDeclaration method) {
          method(method, name, scope);
        } else if (member instanceof ConstructorDeclaration constructor) {
          constructor(constructor, name, scope);
        } else if (member instanceof CompactConstructorDeclaration constructor) {
          compact(constructor, name, scope);
        } else if (member instanceof AnnotationMemberDeclaration value) {
          value.getDefaultValue().ifPresent(v -> bodies(v, name, scope));
        } else {
          bodies(member, name + "#<clinit>", scope);
        }
      }
    }

    /** A component is a field and, unless the record declares that itself, an accessor. */
    private void component(
        Parameter component, RecordDeclaration record, String type, Scope outer) {
      String name = component.getNameAsString();
      Scope ofField = outer.ofField(name);
      add(
          type + "#" + name,
          SourceMember.Kind.FIELD,
          component,
          SourceMember.Access.PUBLIC,
          List.of(),
          NodeText.folded(component.getType()),
          read(component, ofField, AnnotationReader.On.FIELD, targets::onField));
      if (record.getMethodsBySignature(name).isEmpty()) {
        Scope ofMethod = outer.ofMethod(name, List.of(), component.getType());
        add(
            type + "#" + name + "()",
            SourceMember.Kind.METHOD,
            component,
            SourceMember.Access.PUBLIC,
            List.of(),
            "",
            read(component, ofMethod, AnnotationReader.On.METHOD, targets::onMethod));
      }
    }

    private void constant(EnumConstantDeclaration constant, String type, Scope outer) {
      String name = type + "#" + constant.getNameAsString();
      Scope scope = outer.ofField(constant.getNameAsString());
      List<Contract> contracts = read(constant, scope, AnnotationReader.On.FIELD);
      contracts.addAll(Suppressions.of(constant));
      add(
          name,
          SourceMember.Kind.FIELD,
          constant,
          SourceMember.Access.PUBLIC,
          List.of(),
          "",
          contracts);
      if (!constant.getClassBody().isEmpty()) {
        members(constant.getClassBody(), name + "/", anonymous(constant.getClassBody(), scope));
      }
    }

    private void field(FieldDeclaration field, String type, Scope outer) {
      for (VariableDeclarator variable : field.getVariables()) {
        String name = variable.getNameAsString();
        Scope scope = outer.ofField(name);
        List<Contract> contracts = read(field, scope, AnnotationReader.On.FIELD);
        contracts.addAll(Suppressions.of(field));
        String shape =
            NodeText.folded(variable.getType())
                + "="
                + variable.getInitializer().map(NodeText::folded).orElse("");
        add(
            type + "#" + name,
            SourceMember.Kind.FIELD,
            variable,
            Accesses.of(field),
            List.of(),
            shape,
            contracts);
        variable.getInitializer().ifPresent(value -> bodies(value, type + "#" + name, scope));
      }
    }

    private void method(MethodDeclaration method, String type, Scope outer) {
      String name =
          type + "#" + method.getNameAsString() + Erasure.parameterList(method.getParameters());
      Scope scope =
          outer.ofMethod(method.getNameAsString(), method.getParameters(), method.getType());
      executable(
          method,
          name,
          SourceMember.Kind.METHOD,
          scope,
          method.getBody().orElse(null),
          Accesses.of(method),
          Accesses.overridable(method));
    }

    private void constructor(ConstructorDeclaration constructor, String type, Scope outer) {
      String name = type + "#<init>" + Erasure.parameterList(constructor.getParameters());
      Scope scope = outer.ofMethod("<init>", constructor.getParameters(), null);
      executable(
          constructor,
          name,
          SourceMember.Kind.CONSTRUCTOR,
          scope,
          constructor.getBody(),
          Accesses.of(constructor),
          false);
    }

    private void compact(CompactConstructorDeclaration constructor, String type, Scope outer) {
      List<Parameter> components =
          constructor
              .getParentNode()
              .filter(RecordDeclaration.class::isInstance)
              .map(node -> (List<Parameter>) ((RecordDeclaration) node).getParameters())
              .orElse(List.of());
      String name = type + "#<init>" + Erasure.parameterList(components);
      Scope scope = outer.ofMethod("<init>", components, null);
      List<Contract> contracts = read(constructor, scope, AnnotationReader.On.METHOD);
      contracts.addAll(Suppressions.of(constructor));
      contracts.addAll(assertions.leading(constructor.getBody(), scope));
      add(
          name,
          SourceMember.Kind.CONSTRUCTOR,
          constructor,
          SourceMember.Access.PUBLIC,
          components.stream().map(Parameter::getNameAsString).toList(),
          NodeText.folded(constructor.getBody()),
          contracts);
      bodies(constructor.getBody(), name, scope);
    }

    private <N extends Node & NodeWithAnnotations<?>> void executable(
        N declaration,
        String name,
        SourceMember.Kind kind,
        Scope scope,
        BlockStmt body,
        SourceMember.Access access,
        boolean overridable) {
      List<Contract> contracts = read(declaration, scope, AnnotationReader.On.METHOD);
      contracts.addAll(Suppressions.of(declaration));
      for (int i = 0; i < scope.parameters().size(); i++) {
        Parameter parameter = scope.parameters().get(i);
        Scope ofParameter = scope.ofParameter(i);
        contracts.addAll(read(parameter, ofParameter, AnnotationReader.On.PARAMETER));
        contracts.addAll(Suppressions.at(parameter, Scope.placeholder(i)));
      }
      if (body != null) {
        contracts.addAll(assertions.leading(body, scope));
        body.findAll(VariableDeclarationExpr.class)
            .forEach(local -> contracts.addAll(ofLocal(local, declaration)));
      }
      List<String> names = scope.parameters().stream().map(Parameter::getNameAsString).toList();
      found.add(
          new SourceMember(
              name,
              kind,
              file.path(),
              NodeText.line(declaration),
              access,
              overridable,
              names,
              body == null ? "" : NodeText.folded(body),
              contracts));
      if (body != null) {
        bodies(body, name, scope);
      }
    }

    /** Suppressions on a local variable of this body, not of a class inside it. */
    private List<Contract> ofLocal(VariableDeclarationExpr local, Node owner) {
      Optional<Node> around = local.getParentNode();
      while (around.isPresent() && !(around.get() instanceof BodyDeclaration<?>)) {
        around = around.get().getParentNode();
      }
      boolean own = around.isPresent() && around.get() == owner;
      return own ? Suppressions.at(local, local.getVariable(0).getNameAsString()) : List.of();
    }

    /** The local and anonymous classes directly inside a piece of code. */
    private void bodies(Node code, String name, Scope scope) {
      new Locals(name, scope).visit(code);
    }

    private Scope anonymous(NodeList<BodyDeclaration<?>> body, Scope scope) {
      Set<String> names = new HashSet<>();
      for (BodyDeclaration<?> member : body) {
        if (member instanceof FieldDeclaration field) {
          field.getVariables().forEach(v -> names.add(v.getNameAsString()));
        } else if (member instanceof MethodDeclaration method) {
          names.add(method.getNameAsString());
        }
      }
      return Scope.ofType(file, scope.inside(new Scope.Frame(null, names)));
    }

    private final class Locals {
      private final String prefix;
      private final Scope scope;
      private final Map<String, Integer> counts = new HashMap<>();

      Locals(String prefix, Scope scope) {
        this.prefix = prefix;
        this.scope = scope;
      }

      void visit(Node node) {
        if (node instanceof ObjectCreationExpr creation
            && creation.getAnonymousClassBody().isPresent()) {
          NodeList<BodyDeclaration<?>> body = creation.getAnonymousClassBody().get();
          creation.getArguments().forEach(this::visit);
          creation.getScope().ifPresent(this::visit);
          members(
              body,
              numbered("new:" + creation.getType().getNameAsString()),
              anonymous(body, scope));
        } else if (node instanceof LocalClassDeclarationStmt local) {
          local(local.getClassDeclaration());
        } else if (node instanceof LocalRecordDeclarationStmt local) {
          local(local.getRecordDeclaration());
        } else if (node instanceof TypeDeclaration<?> local) {
          local(local);
        } else {
          node.getChildNodes().forEach(this::visit);
        }
      }

      private void local(TypeDeclaration<?> type) {
        type(type, numbered(type.getNameAsString()), scope.frames());
      }

      private String numbered(String name) {
        int count = counts.merge(name, 1, Integer::sum);
        return prefix + "/" + name + (count == 1 ? "" : "~" + count);
      }
    }

    private void add(
        String name,
        SourceMember.Kind kind,
        Node at,
        SourceMember.Access access,
        List<String> parameters,
        String shape,
        List<Contract> contracts) {
      found.add(
          new SourceMember(
              name,
              kind,
              file.path(),
              NodeText.line(at),
              access,
              false,
              parameters,
              shape,
              contracts));
    }

    private List<Contract> read(
        NodeWithAnnotations<?> annotated, Scope scope, AnnotationReader.On on) {
      return read(annotated, scope, on, (annotation, at) -> true);
    }

    private List<Contract> read(
        NodeWithAnnotations<?> annotated,
        Scope scope,
        AnnotationReader.On on,
        BiPredicate<AnnotationExpr, Scope> counts) {
      List<Contract> contracts = new ArrayList<>();
      for (AnnotationExpr annotation : annotated.getAnnotations()) {
        if (counts.test(annotation, scope)) {
          contracts.addAll(annotations.read(annotation, scope, on));
        }
      }
      return contracts;
    }
  }

  /** Interfaces and classes alike: what a local class declaration can be. */
  static boolean isInterface(TypeDeclaration<?> type) {
    return type instanceof ClassOrInterfaceDeclaration declared && declared.isInterface()
        || type instanceof AnnotationDeclaration;
  }
}
