using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Models;

namespace Merit.Host.Reports.Tags;

/// <summary><c>{{models by="channel"}}</c>: every attribution model beside the others, in conversions, revenue and return.</summary>
internal sealed class ModelsTag : IBlockTag
{
    public string Name => "models";

    public string Example => "{{models by=\"channel\"}}";

    public string Subject => "";

    public bool SubjectOptional => true;

    public IReadOnlyList<Parameter> Parameters { get; } =
        [new("by", ParameterKind.Text), new("models", ParameterKind.Text), new("limit", ParameterKind.Count), new("where", ParameterKind.Text), new("period", ParameterKind.Text)];

    public IReadOnlyList<Block> Build(TagArguments arguments, ReportScope scope) =>
        Compared(arguments, scope) is { } models
            ? [.. new ModelTables(models, arguments.Count("limit"), scope.TakesPart, scope.Voice).All()]
            : [new NoteBlock(scope.Voice.Words["empty.models"])];

    /// <summary>What the tag's arguments ask for.</summary>
    public static ModelComparison? Compared(TagArguments arguments, ReportScope scope)
    {
        var by = arguments.Text("by")?.Trim() is { Length: > 0 } given ? given : "channel";
        return ModelComparison.Of(scope, scope.Question(arguments, [], [by]), arguments.List("models"));
    }
}
