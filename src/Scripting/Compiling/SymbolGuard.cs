using Merit.Diagnostics.Rules;
using Merit.Scripting.Guards;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Finding = Merit.Diagnostics.Diagnostic;

namespace Merit.Scripting.Compiling;

/// <summary>Refuses every symbol of a script that is not on the list. It knows places; what holds is <see cref="MetadataGuard"/>.</summary>
internal sealed class SymbolGuard(SemanticModel model, string generated)
{
    /// <summary>At most one finding per line: one forbidden call names several forbidden things.</summary>
    public IEnumerable<Finding> Check() =>
        from node in model.SyntaxTree.GetRoot().DescendantNodes()
        let name = Violation(node)
        where name is not null
        let found = (Name: name, At: Places.Of(node is MemberAccessExpressionSyntax access ? access.Name : node))
        group found by found.At.Line into line
        let first = line.MaxBy(f => f.Name.Length)
        select ScriptRules.Forbidden.At(first.At, first.Name);

    private string? Violation(SyntaxNode node)
    {
        if (Named(node).Select(Refused).FirstOrDefault(r => r is not null) is { } name)
        {
            return name;
        }

        if (node is not ExpressionSyntax)
        {
            return null;
        }

        var type = model.GetTypeInfo(node);
        return Refused(type.Type) ?? Refused(type.ConvertedType) ?? Refused(model.GetConversion(node).MethodSymbol);
    }

    // What a node names, and what it calls without naming it.
    private IEnumerable<ISymbol?> Named(SyntaxNode node) => node switch
    {
        CommonForEachStatementSyntax each when model.GetForEachStatementInfo(each) is var info =>
            [info.GetEnumeratorMethod, info.MoveNextMethod, info.CurrentProperty, info.DisposeMethod, info.ElementConversion.MethodSymbol],
        QueryClauseSyntax clause when model.GetQueryClauseInfo(clause) is var info => [info.CastInfo.Symbol, info.OperationInfo.Symbol],
        AssignmentExpressionSyntax { Left: TupleExpressionSyntax or DeclarationExpressionSyntax } taken => Deconstructing(model.GetDeconstructionInfo(taken)),
        ExpressionSyntax { Parent: InitializerExpressionSyntax { RawKind: (int)SyntaxKind.CollectionInitializerExpression } } element =>
            [model.GetCollectionInitializerSymbolInfo(element).Symbol, model.GetSymbolInfo(node).Symbol],
        _ => [model.GetSymbolInfo(node).Symbol],
    };

    private static IEnumerable<ISymbol?> Deconstructing(DeconstructionInfo info) =>
        info.Nested.SelectMany(Deconstructing).Append(info.Method).Append(info.Conversion?.MethodSymbol);

    private string? Refused(ISymbol? symbol) => symbol switch
    {
        null or INamespaceSymbol or ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or ILabelSymbol or IDiscardSymbol or IAliasSymbol { Target: INamespaceSymbol } => null,
        IAliasSymbol alias => Refused(alias.Target),
        ITypeSymbol type => Refused(type),
        IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } => null,
        IMethodSymbol { MethodKind: MethodKind.BuiltinOperator } => null,
        IMethodSymbol { ReducedFrom: { } extension } => Refused(extension),
        { ContainingType: { } type } => Refused(type) ?? RefusedMember(type, symbol),
        _ => symbol.ToDisplayString(),
    };

    private string? Refused(ITypeSymbol? type) => type switch
    {
        null or IErrorTypeSymbol or ITypeParameterSymbol => null,
        IDynamicTypeSymbol => "dynamic",
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => "a pointer",
        IArrayTypeSymbol array => Refused(array.ElementType),
        INamedTypeSymbol named => RefusedType(named) ?? named.TypeArguments.Select(Refused).FirstOrDefault(r => r is not null),
        _ => type.ToDisplayString(),
    };

    private string? RefusedType(INamedTypeSymbol type)
    {
        if (type.IsAnonymousType || Mine(type))
        {
            return null;
        }

        var name = FullName(type);
        return (Owned.Assembly(type.ContainingAssembly.Name) ? Owned.Type(name) : AllowList.Type(name)) ? null : type.ToDisplayString();
    }

    private string? RefusedMember(INamedTypeSymbol type, ISymbol member) =>
        type.IsAnonymousType || Mine(type) || Owned.Assembly(type.ContainingAssembly.Name) || AllowList.Member(FullName(type), member.MetadataName)
            ? null
            : $"{type.ToDisplayString()}.{member.Name}";

    // Of the script itself, or of the tables made for it.
    private bool Mine(INamedTypeSymbol type) =>
        type.ContainingAssembly is null || type.ContainingAssembly.Name == generated || SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, model.Compilation.Assembly);

    private static string FullName(INamedTypeSymbol type) => type.ContainingType is { } outer
        ? FullName(outer) + "+" + type.MetadataName
        : type.ContainingNamespace.IsGlobalNamespace ? type.MetadataName : type.ContainingNamespace.ToDisplayString() + "." + type.MetadataName;
}
