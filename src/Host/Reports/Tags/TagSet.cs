namespace Merit.Host.Reports.Tags;

/// <summary>The tags there are.</summary>
internal static class TagSet
{
    public static IReadOnlyList<ITag> All { get; } =
    [
        new MetricsTag(), new MetricTag(), new TableTag(), new ChartTag(), new FunnelTag(), new ScorecardTag(), new AttributionTag(), new ModelsTag(), new SensitivityTag(), new ExperimentsTag(), new PlacesTag(), new MatrixTag(), new ChecksTag(),
        new PivotTag(), new CohortTag(), new InsightsTag(), new CompareTag(), new TargetsTag(), new JourneysTag(), new NotesTag(),
        new VerdictTag(), new BudgetTag(), new ReconciliationTag(), new DataQualityTag(), new BasisTag(), new QueryTag(), new SayTag(),
    ];
}
