using System.Runtime.CompilerServices;
using Merit.Diagnostics;

namespace Merit.Metrics.Language;

/// <content>
/// Functions written in C#. Each number of arguments has two: of a result that is always there, and of one that may be missing. A column given to an argument that
/// may be missing (<c>double?</c>) is given as <c>Optional(column)</c>.
/// </content>
public static partial class Define
{
    /// <summary>A value that may be missing, as a function or a model of C# takes it: <c>Optional(leads.score)</c> for an argument of type <c>double?</c>.</summary>
    public static Expr<T?> Optional<T>(Expr<T> value)
        where T : struct => new(value.Node);

    /// <summary>A function of one value of a row. Where a value is missing that its type does not let be, the result is missing.</summary>
    public static Func<Expr<TA>, Expr<TResult>> Function<TA, TResult>(string name, Func<TA?, TResult> body, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var function = Declared(new Function<TA, TResult>(name, body, new Place(file, line)));
        return (a) => Called<TResult>(function, a);
    }

    /// <summary>A function of one value of a row whose result may be missing. Where a value is missing that its type does not let be, the result is missing.</summary>
    public static Func<Expr<TA>, Expr<TResult>> Function<TA, TResult>(string name, Func<TA?, TResult?> body, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TResult : struct
    {
        var function = Declared(new Function<TA, TResult?>(name, body, new Place(file, line)));
        return (a) => Called<TResult>(function, a);
    }

    /// <summary>A function of two values of a row. Where a value is missing that its type does not let be, the result is missing.</summary>
    public static Func<Expr<TA>, Expr<TB>, Expr<TResult>> Function<TA, TB, TResult>(string name, Func<TA?, TB?, TResult> body, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var function = Declared(new Function<TA, TB, TResult>(name, body, new Place(file, line)));
        return (a, b) => Called<TResult>(function, a, b);
    }

    /// <summary>A function of two values of a row whose result may be missing. Where a value is missing that its type does not let be, the result is missing.</summary>
    public static Func<Expr<TA>, Expr<TB>, Expr<TResult>> Function<TA, TB, TResult>(string name, Func<TA?, TB?, TResult?> body, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TResult : struct
    {
        var function = Declared(new Function<TA, TB, TResult?>(name, body, new Place(file, line)));
        return (a, b) => Called<TResult>(function, a, b);
    }

    /// <summary>A function of three values of a row. Where a value is missing that its type does not let be, the result is missing.</summary>
    public static Func<Expr<TA>, Expr<TB>, Expr<TC>, Expr<TResult>> Function<TA, TB, TC, TResult>(string name, Func<TA?, TB?, TC?, TResult> body, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var function = Declared(new Function<TA, TB, TC, TResult>(name, body, new Place(file, line)));
        return (a, b, c) => Called<TResult>(function, a, b, c);
    }

    /// <summary>A function of three values of a row whose result may be missing. Where a value is missing that its type does not let be, the result is missing.</summary>
    public static Func<Expr<TA>, Expr<TB>, Expr<TC>, Expr<TResult>> Function<TA, TB, TC, TResult>(string name, Func<TA?, TB?, TC?, TResult?> body, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TResult : struct
    {
        var function = Declared(new Function<TA, TB, TC, TResult?>(name, body, new Place(file, line)));
        return (a, b, c) => Called<TResult>(function, a, b, c);
    }

    /// <summary>A function of four values of a row. Where a value is missing that its type does not let be, the result is missing.</summary>
    public static Func<Expr<TA>, Expr<TB>, Expr<TC>, Expr<TD>, Expr<TResult>> Function<TA, TB, TC, TD, TResult>(string name, Func<TA?, TB?, TC?, TD?, TResult> body, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var function = Declared(new Function<TA, TB, TC, TD, TResult>(name, body, new Place(file, line)));
        return (a, b, c, d) => Called<TResult>(function, a, b, c, d);
    }

    /// <summary>A function of four values of a row whose result may be missing. Where a value is missing that its type does not let be, the result is missing.</summary>
    public static Func<Expr<TA>, Expr<TB>, Expr<TC>, Expr<TD>, Expr<TResult>> Function<TA, TB, TC, TD, TResult>(string name, Func<TA?, TB?, TC?, TD?, TResult?> body, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TResult : struct
    {
        var function = Declared(new Function<TA, TB, TC, TD, TResult?>(name, body, new Place(file, line)));
        return (a, b, c, d) => Called<TResult>(function, a, b, c, d);
    }

    private static FunctionDefinition Declared(FunctionDefinition function)
    {
        DefinitionScope.Current.Add(function);
        return function;
    }

    private static Expr<TResult> Called<TResult>(FunctionDefinition function, params Expr[] arguments) =>
        new(new FunctionNode(function, [.. arguments.Select(a => a.Node)]));
}
