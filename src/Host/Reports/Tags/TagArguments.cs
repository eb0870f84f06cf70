using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Workspaces;

namespace Merit.Host.Reports.Tags;

/// <summary>A tag's arguments, checked against what it takes.</summary>
internal sealed class TagArguments
{
    private readonly ITag _tag;
    private readonly TagCall _call;

    public TagArguments(ITag tag, TagCall call)
    {
        (_tag, _call) = (tag, call);
        foreach (var name in call.Named.Keys)
        {
            if (Unknown(tag, name, call.At) is { } unknown)
            {
                throw new MeritException(unknown);
            }
        }

        var most = tag.Subject.Length == 0 ? 0 : 1;
        if (call.Subjects.Count > most)
        {
            throw Bad(most == 0 ? "an unnamed argument" : "a second unnamed argument", call.Subjects[^1], "named arguments, such as title=\"…\"");
        }

        if (most == 1 && !tag.SubjectOptional && call.Subjects.Count == 0)
        {
            throw new MeritException(Missing(tag, call.At));
        }
    }

    public Place At => _call.At;

    /// <summary>The unnamed argument, or empty.</summary>
    public string Subject => _call.Subjects.Count == 0 ? "" : AsText(_tag.Subject, _call.Subjects[0]);

    /// <summary>The unnamed argument as a list of ids.</summary>
    public IReadOnlyList<string> Ids => Split(Subject);

    public static Diagnostic? Unknown(ITag tag, string argument, Place at) =>
        tag.Parameters.Any(p => string.Equals(p.Name, argument, StringComparison.Ordinal))
            ? null
            : ReportRules.UnknownArgument.At(at, tag.Name, argument, Suggestion.For(argument, tag.Parameters.Select(p => p.Name)));

    public static Diagnostic Missing(ITag tag, Place at) => ReportRules.MissingArgument.At(at, tag.Name, tag.Subject, tag.Example);

    public static IReadOnlyList<string> Split(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public string? Text(string name) => _call.Named.TryGetValue(name, out var value) && value is not null ? AsText(name, value) : null;

    public IReadOnlyList<string> List(string name) => Split(Text(name) ?? "");

    public bool Flag(string name) => _call.Named.TryGetValue(name, out var value) && value switch
    {
        bool flag => flag,
        "true" => true,
        "false" => false,
        _ => throw Bad(name, value, "true or false"),
    };

    public int? Count(string name)
    {
        if (!_call.Named.TryGetValue(name, out var value) || value is null)
        {
            return null;
        }

        var number = value is int whole
            ? whole
            : int.TryParse(AsText(name, value), NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
        return number > 0 ? number : throw Bad(name, value, "a whole number above zero");
    }

    /// <summary>One of a few words, or null.</summary>
    public T? OneOf<T>(string name, IReadOnlyDictionary<string, T> words)
        where T : struct =>
        Text(name) is not { } text ? null
        : words.TryGetValue(text, out var value) ? value
        : throw Bad(name, text, "one of " + string.Join(", ", words.Keys));

    /// <summary>What is wrong with a named argument that is neither of the sorts above.</summary>
    public MeritException Wrong(string name, string instead) => Bad(name, Text(name) ?? "", instead);

    private string AsText(string name, object? value) => value switch
    {
        string text => text,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw Bad(name, value, "a text in quotes"),
    };

    private MeritException Bad(string name, object? value, string instead) =>
        new(ReportRules.BadArgument.At(_call.At, _tag.Name, $"'{name}'", value, instead));
}
