package dev.holdfast.review.source;

import com.github.javaparser.ast.Modifier.Keyword;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithModifiers;

/**
 * Who can use a declaration, and whether it can be overridden; an enclosing type can only narrow.
 */
final class Accesses {
  private Accesses() {}

  static <N extends Node & NodeWithModifiers<?>> SourceMember.Access of(N declaration) {
    SourceMember.Access access = own(declaration);
    Node outer = declaration.getParentNode().orElse(null);
    while (outer != null) {
      if (outer instanceof TypeDeclaration<?> type) {
        SourceMember.Access around = own(type);
        access = around.compareTo(access) < 0 ? around : access;
      }
      outer = outer.getParentNode().orElse(null);
    }
    return access;
  }

  private static <N extends Node & NodeWithModifiers<?>> SourceMember.Access own(N declaration) {
    if (declaration.hasModifier(Keyword.PRIVATE)) {
      return SourceMember.Access.PRIVATE;
    }
    boolean open =
        declaration.hasModifier(Keyword.PUBLIC)
            || declaration.hasModifier(Keyword.PROTECTED)
            || declaration.getParentNode().filter(Accesses::makesPublic).isPresent();
    return open ? SourceMember.Access.PUBLIC : SourceMember.Access.PACKAGE;
  }

  private static boolean makesPublic(Node parent) {
    return parent instanceof TypeDeclaration<?> type && MemberReader.isInterface(type);
  }

  static boolean overridable(MethodDeclaration method) {
    boolean fixed = method.isPrivate() || method.isStatic() || method.isFinal();
    Node parent = method.getParentNode().orElse(null);
    return !fixed && parent instanceof TypeDeclaration<?> type && extensible(type);
  }

  static boolean extensible(TypeDeclaration<?> type) {
    boolean closed =
        type instanceof RecordDeclaration
            || type instanceof EnumDeclaration
            || type.hasModifier(Keyword.FINAL);
    return !closed && (type instanceof ClassOrInterfaceDeclaration);
  }
}
