using System.Numerics;

namespace Merit.Metrics.Language;

/// <summary>A choice between values by conditions; missing where none of them holds, unless <c>Else</c> says otherwise.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
public sealed class CaseExpr<T> : Expr<T>
{
    internal CaseExpr(IReadOnlyList<Branch> branches)
        : base(new ChoiceNode(branches, null))
    {
    }

    /// <summary>The value where no condition holds.</summary>
    public Expr<T> Else(T otherwise) => Ending(LiteralNode.Of(otherwise));

    /// <summary>The value where no condition holds.</summary>
    public Expr<T> Else(Expr<T> otherwise) => Ending(otherwise.Node);

    internal Expr<T> Ending(RowNode otherwise) => new((ChoiceNode)Node with { Else = otherwise });
}

/// <summary>How a choice between numbers ends.</summary>
public static class CaseOfNumbers
{
    extension<T>(CaseExpr<T> choice)
        where T : struct, INumber<T>
    {
        /// <summary>The number where no condition holds.</summary>
        public Expr<double> Else(Constant otherwise) => new(choice.Ending(otherwise.Literal).Node);
    }
}
