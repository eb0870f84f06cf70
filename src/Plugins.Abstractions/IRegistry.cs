using Merit.Plugins.Attribution;
using Merit.Plugins.Connectors;
using Merit.Plugins.Scoring;

namespace Merit.Plugins;

/// <summary>Takes what a plugin offers. Ids are lower-case words joined by hyphens (<c>time-decay</c>) and unique per kind.</summary>
/// <remarks>
/// <c>TOptions</c> is a class with a constructor without parameters and settable properties; its keys in merit.yaml are the property names in
/// snake_case (<c>HalfLife</c> is <c>half_life</c>). Understood types: string, bool, int, long, double, decimal, enums, <see cref="TimeSpan"/>
/// (<c>90d</c>, <c>12h</c>), <see cref="DateOnly"/>, lists and string-keyed dictionaries of these. Attributes of System.ComponentModel.DataAnnotations (Required, Range,
/// RegularExpression, MinLength) are checked with file, line and column; [Description] becomes the editor's help text. A <c>create</c> function may
/// throw <see cref="ArgumentException"/> for options that do not go together; its message is shown to the user.
/// </remarks>
public interface IRegistry
{
    /// <summary>Adds a source of data.</summary>
    void Connector<TOptions>(string id, Func<TOptions, IConnector> create)
        where TOptions : class, new();

    /// <summary>Adds an attribution model that is a rule.</summary>
    void Rule<TOptions>(string id, Func<TOptions, IRuleModel> create)
        where TOptions : class, new();

    /// <summary>Adds an attribution model that learns from all journeys.</summary>
    void Learning<TOptions>(string id, Func<TOptions, ILearningModel> create)
        where TOptions : class, new();

    /// <summary>Adds a way to turn components into one score.</summary>
    void Scoring<TOptions>(string id, Func<TOptions, IScoringModel> create)
        where TOptions : class, new();
}
