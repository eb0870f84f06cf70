namespace Merit.Metrics.Language;

/// <summary>Builds row expressions for the operators.</summary>
internal static class Rows
{
    public static Expr<bool> Compare(Expr left, RowOperator op, Expr right) => new(new BinaryNode(op, left.Node, right.Node));

    public static Expr<bool> Compare(Expr left, RowOperator op, object? right) => new(new BinaryNode(op, left.Node, LiteralNode.Of(right)));

    public static Expr<bool> Compare(Expr left, RowOperator op, Constant right) => new(new BinaryNode(op, left.Node, right.Literal));

    public static Expr<bool> Compare(Constant left, RowOperator op, Expr right) => new(new BinaryNode(op, left.Literal, right.Node));

    public static Expr<bool> Join(Expr<bool> left, RowOperator op, Expr<bool> right) => new(new BinaryNode(op, left.Node, right.Node));

    public static Expr<double> Compute(Expr left, RowOperator op, Expr right) => new(new BinaryNode(op, left.Node, right.Node));

    public static Expr<double> Compute(Expr left, RowOperator op, Constant right) => new(new BinaryNode(op, left.Node, right.Literal));

    public static Expr<double> Compute(Constant left, RowOperator op, Expr right) => new(new BinaryNode(op, left.Literal, right.Node));
}
