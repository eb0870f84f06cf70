using Merit.Metrics.Schema;

namespace Merit.Metrics.Tables;

/// <summary>Merit's data model: every table a workspace may fill, and those Merit derives from them.</summary>
public static class Canonical
{
    /// <summary>All tables, in the order docs/data-model.md describes them.</summary>
    public static IReadOnlyList<CanonicalTable> Tables { get; } =
    [
        CampaignsTable.Declaration,
        TargetsTable.Declaration,
        SpendTable.Declaration,
        DeliveryTable.Declaration,
        AccountsTable.Declaration,
        ContactsTable.Declaration,
        TouchpointsTable.Declaration,
        LeadsTable.Declaration,
        OpportunitiesTable.Declaration,
        OpportunityContactsTable.Declaration,
        OrdersTable.Declaration,
        OrderLinesTable.Declaration,
        CouponsTable.Declaration,
        AttendanceTable.Declaration,
        EmailEventsTable.Declaration,
        EngagementTable.Declaration,
        ActivitiesTable.Declaration,
        SurveysTable.Declaration,
        CasesTable.Declaration,
        BenchmarksTable.Declaration,
        RatesTable.Declaration,
        AnnotationsTable.Declaration,
        ExperimentsTable.Declaration,
        FirstTouchesTable.Declaration,
        SalesTable.Declaration,
        ConversionsTable.Declaration,
        JourneysTable.Declaration,
        CreditsTable.Declaration,
        CreditIntervalsTable.Declaration,
        CreditBucketsTable.Declaration,
        CreditPlacesTable.Declaration,
        ExperimentCreditsTable.Declaration,
        ChannelOverlapsTable.Declaration,
        CampaignTrackingTable.Declaration,
        UtmProblemsTable.Declaration,
        ScoresTable.Declaration,
    ];

    /// <summary>The table of a name, or null.</summary>
    public static CanonicalTable? Find(string name) => Tables.FirstOrDefault(t => string.Equals(t.Name, name, StringComparison.Ordinal));
}
