using System.Numerics;

namespace Merit.Metrics.Language;

/// <summary>What can be asked of a row: conditions that combine, ranges, and what a text contains.</summary>
public static class Conditions
{
    extension(Expr<bool>)
    {
        /// <summary>Holds where both hold.</summary>
        public static Expr<bool> operator &(Expr<bool> left, Expr<bool> right) => Rows.Join(left, RowOperator.And, right);

        /// <summary>Holds where one holds, or both.</summary>
        public static Expr<bool> operator |(Expr<bool> left, Expr<bool> right) => Rows.Join(left, RowOperator.Or, right);

        /// <summary>Holds where the other does not, also where it cannot be told because a value is missing.</summary>
        public static Expr<bool> operator !(Expr<bool> operand) => new(new NotNode(operand.Node));
    }

    extension<T>(Expr<T> value)
        where T : struct, INumber<T>
    {
        /// <summary>Holds where the value lies between the two, both included.</summary>
        public Expr<bool> Between(Constant low, Constant high) => new(new BetweenNode(value.Node, low.Literal, high.Literal));
    }

    extension(Expr<DateOnly> value)
    {
        /// <summary>Holds where the day lies between the two, both included.</summary>
        public Expr<bool> Between(DateOnly first, DateOnly last) => new(new BetweenNode(value.Node, LiteralNode.Of(first), LiteralNode.Of(last)));
    }

    extension(Expr<DateTime> value)
    {
        /// <summary>Holds where the time lies between the two (in the workspace's zone), both included.</summary>
        public Expr<bool> Between(DateTime first, DateTime last) => new(new BetweenNode(value.Node, LiteralNode.Of(first), LiteralNode.Of(last)));

        /// <summary>Holds where the time lies on one of the days from the first to the last (in the workspace's zone), both included.</summary>
        public Expr<bool> Between(DateOnly first, DateOnly last) => new(new OnDaysNode(value.Node, LiteralNode.Of(first), LiteralNode.Of(last)));
    }

    extension(Expr<string> value)
    {
        /// <summary>Holds where the text contains the other, without regard to case.</summary>
        public Expr<bool> Contains(string text) => Test(value, TextTest.Contains, LiteralNode.Of(text));

        /// <summary>Holds where the text contains the other, without regard to case.</summary>
        public Expr<bool> Contains(Expr<string> text) => Test(value, TextTest.Contains, text.Node);

        /// <summary>Holds where the text starts with the other, without regard to case.</summary>
        public Expr<bool> StartsWith(string text) => Test(value, TextTest.StartsWith, LiteralNode.Of(text));

        /// <summary>Holds where the text starts with the other, without regard to case.</summary>
        public Expr<bool> StartsWith(Expr<string> text) => Test(value, TextTest.StartsWith, text.Node);

        /// <summary>Holds where the text ends with the other, without regard to case.</summary>
        public Expr<bool> EndsWith(string text) => Test(value, TextTest.EndsWith, LiteralNode.Of(text));

        /// <summary>Holds where the text ends with the other, without regard to case.</summary>
        public Expr<bool> EndsWith(Expr<string> text) => Test(value, TextTest.EndsWith, text.Node);
    }

    private static Expr<bool> Test(Expr value, TextTest test, RowNode text) => new(new TextNode(value.Node, test, text));
}
