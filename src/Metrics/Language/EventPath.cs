namespace Merit.Metrics.Language;

/// <summary>Events of contacts in their order: of each contact the first event of the first step, and of every further step the first one after the step before,
/// within a time of the first step's.</summary>
/// <param name="id">Its name.</param>
/// <param name="steps">The steps.</param>
/// <param name="within">How long after its first event a contact is followed.</param>
internal sealed class EventPath(string id, IReadOnlyList<PathStep> steps, TimeSpan within)
{
    /// <summary>The column by which the rows of every table know their contact.</summary>
    public const string Contact = "contact_id";

    public string Id { get; } = id;

    public IReadOnlyList<PathStep> Steps { get; } = steps;

    public TimeSpan Within { get; } = within;

    /// <summary>For how many days after the first event a figure may still change.</summary>
    public static int DaysToFollow(IEnumerable<RowNode?> nodes) =>
        nodes.OfType<RowNode>().SelectMany(n => n.Tree()).OfType<ReachedNode>().Where(r => r.Step > 0).Select(r => (int)Math.Ceiling(r.Path.Within.TotalDays)).DefaultIfEmpty(0).Max();
}

/// <summary>A kind of event: rows of a table, dated by one of its columns, that meet conditions.</summary>
internal sealed record PathStep(string Id, ColumnNode Time, IReadOnlyList<Condition> Conditions);

/// <summary>When a contact reached a step; missing where it has not.</summary>
internal sealed record ReachedNode(EventPath Path, int Step) : RowNode
{
    // The rows are those of the first step.
    public override IReadOnlyList<RowNode> Parts => [Path.Steps[0].Time];

    public string Column => $"reached {Path.Steps[Step].Id}";

    public override RowNode Map(Func<RowNode, RowNode> part) => this;
}
