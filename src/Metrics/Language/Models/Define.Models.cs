using System.Runtime.CompilerServices;
using Merit.Diagnostics;

namespace Merit.Metrics.Language;

/// <content>Tables made by C#. Text may be missing in a row; any other value is there, unless it is taken as <c>Optional(column)</c>.</content>
public static partial class Define
{
    /// <summary>Declares a table made by C# of rows of another: <c>Model("rfm", Rows(orders.account_id, orders.amount), rows => …)</c>. The properties of what it
    /// gives are its columns. It is made when data are loaded, before metrics, and only anew when its script or the rows it reads have changed.</summary>
    public static ModelBuilder Model<TRow, TMade>(
        string name, RowSet<TRow> rows, Func<IReadOnlyList<TRow>, IEnumerable<TMade>> make, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TMade : notnull
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(make);
        var builder = new ModelBuilder(new Model<TRow, TMade>(name, rows, make, new Place(file, line)));
        DefinitionScope.Current.Add(builder);
        return builder;
    }

    /// <summary>The values of one column.</summary>
    public static RowSet<TA?> Rows<TA>(Expr<TA> a) => new([Taken(a)], r => Cell<TA>.Of(r, 0));

    /// <summary>Rows of two columns.</summary>
    public static RowSet<(TA?, TB?)> Rows<TA, TB>(Expr<TA> a, Expr<TB> b) =>
        new([Taken(a), Taken(b)], r => (Cell<TA>.Of(r, 0), Cell<TB>.Of(r, 1)));

    /// <summary>Rows of three columns.</summary>
    public static RowSet<(TA?, TB?, TC?)> Rows<TA, TB, TC>(Expr<TA> a, Expr<TB> b, Expr<TC> c) =>
        new([Taken(a), Taken(b), Taken(c)], r => (Cell<TA>.Of(r, 0), Cell<TB>.Of(r, 1), Cell<TC>.Of(r, 2)));

    /// <summary>Rows of four columns.</summary>
    public static RowSet<(TA?, TB?, TC?, TD?)> Rows<TA, TB, TC, TD>(Expr<TA> a, Expr<TB> b, Expr<TC> c, Expr<TD> d) =>
        new([Taken(a), Taken(b), Taken(c), Taken(d)], r => (Cell<TA>.Of(r, 0), Cell<TB>.Of(r, 1), Cell<TC>.Of(r, 2), Cell<TD>.Of(r, 3)));

    /// <summary>Rows of five columns.</summary>
    public static RowSet<(TA?, TB?, TC?, TD?, TE?)> Rows<TA, TB, TC, TD, TE>(Expr<TA> a, Expr<TB> b, Expr<TC> c, Expr<TD> d, Expr<TE> e) =>
        new([Taken(a), Taken(b), Taken(c), Taken(d), Taken(e)], r => (Cell<TA>.Of(r, 0), Cell<TB>.Of(r, 1), Cell<TC>.Of(r, 2), Cell<TD>.Of(r, 3), Cell<TE>.Of(r, 4)));

    /// <summary>Rows of six columns.</summary>
    public static RowSet<(TA?, TB?, TC?, TD?, TE?, TF?)> Rows<TA, TB, TC, TD, TE, TF>(Expr<TA> a, Expr<TB> b, Expr<TC> c, Expr<TD> d, Expr<TE> e, Expr<TF> f) =>
        new([Taken(a), Taken(b), Taken(c), Taken(d), Taken(e), Taken(f)], r => (Cell<TA>.Of(r, 0), Cell<TB>.Of(r, 1), Cell<TC>.Of(r, 2), Cell<TD>.Of(r, 3), Cell<TE>.Of(r, 4), Cell<TF>.Of(r, 5)));

    /// <summary>Rows of seven columns.</summary>
    public static RowSet<(TA?, TB?, TC?, TD?, TE?, TF?, TG?)> Rows<TA, TB, TC, TD, TE, TF, TG>(Expr<TA> a, Expr<TB> b, Expr<TC> c, Expr<TD> d, Expr<TE> e, Expr<TF> f, Expr<TG> g) =>
        new([Taken(a), Taken(b), Taken(c), Taken(d), Taken(e), Taken(f), Taken(g)], r => (Cell<TA>.Of(r, 0), Cell<TB>.Of(r, 1), Cell<TC>.Of(r, 2), Cell<TD>.Of(r, 3), Cell<TE>.Of(r, 4), Cell<TF>.Of(r, 5), Cell<TG>.Of(r, 6)));

    /// <summary>Rows of eight columns.</summary>
    public static RowSet<(TA?, TB?, TC?, TD?, TE?, TF?, TG?, TH?)> Rows<TA, TB, TC, TD, TE, TF, TG, TH>(Expr<TA> a, Expr<TB> b, Expr<TC> c, Expr<TD> d, Expr<TE> e, Expr<TF> f, Expr<TG> g, Expr<TH> h) =>
        new([Taken(a), Taken(b), Taken(c), Taken(d), Taken(e), Taken(f), Taken(g), Taken(h)], r => (Cell<TA>.Of(r, 0), Cell<TB>.Of(r, 1), Cell<TC>.Of(r, 2), Cell<TD>.Of(r, 3), Cell<TE>.Of(r, 4), Cell<TF>.Of(r, 5), Cell<TG>.Of(r, 6), Cell<TH>.Of(r, 7)));

    private static (RowNode Node, Type Type) Taken<T>(Expr<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return (value.Node, typeof(T));
    }
}
