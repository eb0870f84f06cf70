namespace Merit.Metrics.Language;

/// <summary>A stage of a funnel: a time of a row, and what it is called. A column alone is a stage named like it (<c>mql_at</c>: <c>mql</c>).</summary>
public sealed class FunnelStage
{
    // What the times of the data model are called as stages.
    private static readonly Dictionary<string, (string En, string Zh)> Known = new(StringComparer.Ordinal)
    {
        ["created"] = ("Created", "新建"),
        ["assigned"] = ("Assigned", "已分配"),
        ["first_contacted"] = ("Contacted", "已联系"),
        ["mql"] = ("MQL", "市场合格"),
        ["accepted"] = ("Accepted", "销售接受"),
        ["sql"] = ("SQL", "销售合格"),
        ["opportunity"] = ("Opportunity", "转商机"),
        ["won"] = ("Won", "赢单"),
        ["lost"] = ("Lost", "输单"),
        ["closed"] = ("Closed", "已关闭"),
        ["sold"] = ("Sold", "成交"),
        ["ordered"] = ("Ordered", "下单"),
        ["invited"] = ("Invited", "邀请"),
        ["registered"] = ("Registered", "报名"),
        ["checked_in"] = ("Attended", "到场"),
        ["occurred"] = ("Touched", "触达"),
        ["issued"] = ("Issued", "发放"),
        ["redeemed"] = ("Redeemed", "核销"),
    };

    internal FunnelStage(string id, Expr reached, string? label, string? zh)
    {
        (Id, Reached, Label) = (id, reached, label ?? Words.Sentence(id));
        LabelZh = zh ?? Label;
    }

    internal string Id { get; }

    /// <summary>When a row reached it.</summary>
    internal Expr Reached { get; }

    /// <summary>Which rows reach it, beside their having the time.</summary>
    internal IReadOnlyList<Condition> Conditions { get; init; } = [];

    internal string Table => ((ColumnNode)Reached.Node).Table;

    internal string Label { get; }

    internal string LabelZh { get; }

    /// <summary>A stage named like its column.</summary>
    public static implicit operator FunnelStage(Column<DateTime> column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return Named(column, column.Name);
    }

    /// <summary>A stage named like its column.</summary>
    public static implicit operator FunnelStage(Column<DateOnly> column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return Named(column, column.Name);
    }

    private static FunnelStage Named(Expr column, string name)
    {
        var id = name.EndsWith("_at", StringComparison.Ordinal) ? name[..^3] : name;
        return Known.TryGetValue(id, out var words) ? new FunnelStage(id, column, words.En, words.Zh) : new FunnelStage(id, column, null, null);
    }
}
