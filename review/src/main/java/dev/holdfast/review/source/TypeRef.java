package dev.holdfast.review.source;

import com.github.javaparser.ast.body.TypeDeclaration;

/** A type whose declaration is at hand, by its qualified name. */
record TypeRef(ParsedFile file, TypeDeclaration<?> declaration, String name) {

  String simpleName() {
    return declaration.getNameAsString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TypeRef ref && ref.declaration == declaration;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(declaration);
  }
}
