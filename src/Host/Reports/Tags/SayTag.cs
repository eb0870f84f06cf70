namespace Merit.Host.Reports.Tags;

/// <summary><c>{{say "Channels" zh="渠道"}}</c>: the template's own words in the reader's language.</summary>
internal sealed class SayTag : IInlineTag
{
    public string Name => "say";

    public string Example => "{{say \"Channels\" zh=\"渠道\"}}";

    public string Subject => "a text in English";

    public bool SubjectOptional => false;

    public IReadOnlyList<Parameter> Parameters { get; } = [Parameter.TitleZh];

    public Inline Build(TagArguments arguments, ReportScope scope) =>
        new(scope.Voice.Words.Choose(arguments.Subject, arguments.Text("zh") ?? "")) { Prose = true };
}
