using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Models;

namespace Merit.Host.Reports.Tags;

/// <summary><c>{{sensitivity by="channel"}}</c>: a sentence that says what depends on the choice of attribution model.</summary>
internal sealed class SensitivityTag : IBlockTag
{
    public string Name => "sensitivity";

    public string Example => "{{sensitivity by=\"channel\"}}";

    public string Subject => "";

    public bool SubjectOptional => true;

    public IReadOnlyList<Parameter> Parameters { get; } =
        [new("by", ParameterKind.Text), new("models", ParameterKind.Text), new("where", ParameterKind.Text), new("period", ParameterKind.Text)];

    public IReadOnlyList<Block> Build(TagArguments arguments, ReportScope scope)
    {
        var text = ModelsTag.Compared(arguments, scope) is { } models ? new ModelSensitivity(models, scope.TakesPart, scope.Voice).Text() : "";
        return text.Length == 0 ? [new NoteBlock(scope.Voice.Words["empty.sensitivity"])] : [new FindingBlock(text)];
    }
}
