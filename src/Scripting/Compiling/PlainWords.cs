using System.Text.RegularExpressions;

namespace Merit.Scripting.Compiling;

/// <summary>The compiler's messages in the words of people who write metrics: no namespaces, no types of the language's own making.</summary>
internal static partial class PlainWords
{
    private const int Patience = 1000;

    public static string Of(string message)
    {
        var text = Advice().Replace(message, "").TrimEnd('.');
        if (Conversion().Match(text) is { Success: true } conversion)
        {
            return $"{conversion.Groups["what"].Value} is {Kind(conversion.Groups["from"].Value)}, but must be {Kind(conversion.Groups["to"].Value)}.";
        }

        return Namespaces().Replace(text, "") + ".";
    }

    /// <summary>What a type is to an author: <c>Column&lt;string&gt;</c> is a text column.</summary>
    public static string Kind(string type)
    {
        var name = Namespaces().Replace(type, "").TrimEnd('?');
        return name switch
        {
            "string" => "a text in quotes",
            "char" => "a single character",
            "bool" => "true or false, decided while the script runs",
            "int" or "long" or "double" or "decimal" => "a number",
            "Measure" or "Aggregate" or "Combination" => "an aggregate or a metric",
            "MetricRef" => "a metric",
            "MetricBuilder" => "the declaration of a metric",
            "Table" => "a table",
            _ when Value().Match(name) is { Success: true } value => Of(value.Groups["type"].Value, value.Groups["kind"].Value is "Column"),
            _ when name.EndsWith("Table", StringComparison.Ordinal) => "a table",
            _ => $"'{name}'",
        };
    }

    private static string Of(string type, bool column) => (type, column) switch
    {
        ("string", true) => "a text column",
        ("string", false) => "a text",
        ("bool", true) => "a yes-or-no column",
        ("bool", false) => "a condition",
        ("DateTime", true) => "a column of times",
        ("DateTime", false) => "a time",
        ("DateOnly", true) => "a column of days",
        ("DateOnly", false) => "a day",
        (_, true) => "a column of numbers",
        _ => "a number",
    };

    // What is advice to programs that choose their own references, and what is of the compiler's own making.
    [GeneratedRegex(@" \(are you missing.*$| and no accessible extension method .* could be found| The closest inapplicable candidate is .*$", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Advice();

    [GeneratedRegex(@"^(?<what>Argument \d+): cannot convert from '(?<from>[^']+)' to '(?<to>[^']+)'$", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Conversion();

    [GeneratedRegex(@"\b(Merit\.Metrics\.Language|Merit\.Workspace|System)\.", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Namespaces();

    [GeneratedRegex(@"^(?<kind>Column|Expr)<(?<type>\w+)\??>$", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Value();
}
