using System.Numerics;
using System.Runtime.CompilerServices;

namespace Merit.Metrics.Language;

/// <content>Values that depend on a condition, and values for those that are missing.</content>
public static partial class Define
{
    /// <summary>A text as the value of every row.</summary>
    public static Expr<string> Value(string text) => new(LiteralNode.Of(text));

    /// <summary>A number as the value of every row.</summary>
    public static Expr<double> Value(Constant number) => new(number.Literal);

    /// <summary>Yes or no as the value of every row.</summary>
    public static Expr<bool> Value(bool flag) => new(LiteralNode.Of(flag));

    /// <summary>A day as the value of every row.</summary>
    public static Expr<DateOnly> Value(DateOnly day) => new(LiteralNode.Of(day));

    /// <summary>A time (of the workspace's clocks) as the value of every row.</summary>
    public static Expr<DateTime> Value(DateTime time) => new(LiteralNode.Of(time));

    /// <summary>The value where the condition holds; missing where it does not.</summary>
    public static Expr<T> If<T>(Expr<bool> condition, Expr<T> then) => new(Choice(condition, then.Node, null));

    /// <summary>The text where the condition holds; missing where it does not.</summary>
    public static Expr<string> If(Expr<bool> condition, string then) => new(Choice(condition, LiteralNode.Of(then), null));

    /// <summary>The number where the condition holds; missing where it does not.</summary>
    public static Expr<double> If(Expr<bool> condition, Constant then) => new(Choice(condition, then.Literal, null));

    /// <summary>The one value where the condition holds, the other where it does not or cannot be told.</summary>
    public static Expr<T> If<T>(Expr<bool> condition, Expr<T> then, Expr<T> otherwise) => new(Choice(condition, then.Node, otherwise.Node));

    /// <summary>The one number where the condition holds, the other where it does not or cannot be told.</summary>
    [OverloadResolutionPriority(-1)]
    public static Expr<double> If<TThen, TOther>(Expr<bool> condition, Expr<TThen> then, Expr<TOther> otherwise)
        where TThen : struct, INumber<TThen>
        where TOther : struct, INumber<TOther> => new(Choice(condition, then.Node, otherwise.Node));

    /// <summary>The value where the condition holds, the constant where it does not or cannot be told.</summary>
    public static Expr<T> If<T>(Expr<bool> condition, Expr<T> then, T otherwise) => new(Choice(condition, then.Node, LiteralNode.Of(otherwise)));

    /// <summary>The constant where the condition holds, the value where it does not or cannot be told.</summary>
    public static Expr<T> If<T>(Expr<bool> condition, T then, Expr<T> otherwise) => new(Choice(condition, LiteralNode.Of(then), otherwise.Node));

    /// <summary>The value where the condition holds, the number where it does not or cannot be told.</summary>
    public static Expr<double> If<T>(Expr<bool> condition, Expr<T> then, Constant otherwise)
        where T : struct, INumber<T> => new(Choice(condition, then.Node, otherwise.Literal));

    /// <summary>The number where the condition holds, the value where it does not or cannot be told.</summary>
    public static Expr<double> If<T>(Expr<bool> condition, Constant then, Expr<T> otherwise)
        where T : struct, INumber<T> => new(Choice(condition, then.Literal, otherwise.Node));

    /// <summary>The one text where the condition holds, the other where it does not or cannot be told.</summary>
    public static Expr<string> If(Expr<bool> condition, string then, string otherwise) =>
        new(Choice(condition, LiteralNode.Of(then), LiteralNode.Of(otherwise)));

    /// <summary>The one number where the condition holds, the other where it does not or cannot be told.</summary>
    public static Expr<double> If(Expr<bool> condition, Constant then, Constant otherwise) => new(Choice(condition, then.Literal, otherwise.Literal));

    /// <summary>The text beside the first condition that holds: <c>Case((leads.score >= 80, "hot"), (leads.score >= 50, "warm")).Else("cold")</c>.</summary>
    public static CaseExpr<string> Case(params (Expr<bool> When, string Then)[] branches) =>
        new([.. branches.Select(b => new Branch(b.When.Node, LiteralNode.Of(b.Then)))]);

    /// <summary>The number beside the first condition that holds; missing where none does, unless <c>.Else(…)</c> says otherwise.</summary>
    public static CaseExpr<double> Case(params (Expr<bool> When, Constant Then)[] branches) =>
        new([.. branches.Select(b => new Branch(b.When.Node, b.Then.Literal))]);

    /// <summary>The value beside the first condition that holds; missing where none does, unless <c>.Else(…)</c> says otherwise.</summary>
    public static CaseExpr<T> Case<T>(params (Expr<bool> When, Expr<T> Then)[] branches) =>
        new([.. branches.Select(b => new Branch(b.When.Node, b.Then.Node))]);

    /// <summary>The first of the values that is not missing.</summary>
    public static Expr<T> Coalesce<T>(Expr<T> value, params Expr<T>[] others) =>
        new(new CallNode(RowFunction.Coalesce, [value.Node, .. others.Select(o => o.Node)]));

    /// <summary>The value; the constant where it is missing.</summary>
    public static Expr<T> Coalesce<T>(Expr<T> value, T otherwise) => new(new CallNode(RowFunction.Coalesce, [value.Node, LiteralNode.Of(otherwise)]));

    /// <summary>The value; the number where it is missing.</summary>
    public static Expr<double> Coalesce<T>(Expr<T> value, Constant otherwise)
        where T : struct, INumber<T> => new(new CallNode(RowFunction.Coalesce, [value.Node, otherwise.Literal]));

    private static ChoiceNode Choice(Expr<bool> condition, RowNode then, RowNode? otherwise) => new([new Branch(condition.Node, then)], otherwise);
}
