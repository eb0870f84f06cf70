using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Mapping;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Warehouse.Deriving;

/// <summary>What journeys lead to: every sale, and what else the workspace names.</summary>
internal static class Conversions
{
    // The life of a lead, in order: a later stage implies the earlier ones.
    private static readonly string[] Stages = ["mql_at", "accepted_at", "sql_at", "opportunity_at", "won_at"];

    /// <summary>The statement that makes the table.</summary>
    /// <exception cref="MeritException">A kind's condition is more than a condition over its rows.</exception>
    public static string Write(Session session, IReadOnlyList<ConversionKind> kinds)
    {
        Check(session, kinds);
        return
            $"""
            CREATE OR REPLACE TABLE main.conversions AS
            SELECT sale_id AS conversion_id, '{ConversionKind.Sale}' AS kind, contact_id, account_id, customer_id, lead_id, sold_at AS converted_at, amount AS value, cost_of_goods, first_sale
            FROM main.sales{string.Concat(kinds.Select(Rows))}
            """;
    }

    private static string Rows(ConversionKind kind)
    {
        var (key, contact, account, lead, from) = kind.Of switch
        {
            "leads" => ("lead_id", "t.contact_id", "NULL::VARCHAR", "t.lead_id", "main.leads AS t"),
            "opportunities" => ("opportunity_id", "coalesce(t.contact_id, l.contact_id)", "t.account_id", "t.lead_id", "main.opportunities AS t LEFT JOIN main.leads AS l ON l.lead_id = t.lead_id"),
            "orders" => ("order_id", "t.contact_id", "t.account_id", "NULL::VARCHAR", "main.orders AS t"),
            _ => ("touch_id", "t.contact_id", "NULL::VARCHAR", "NULL::VARCHAR", "main.touchpoints AS t"),
        };
        var at = Moment(kind);
        string[] conditions =
        [
            $"{at} IS NOT NULL",
            .. kind.Of is "leads" ? ["t.duplicate_of IS NULL"] : Array.Empty<string>(),
            .. kind.Value is ConversionValue.Expected ? ["t.outcome IS NULL"] : Array.Empty<string>(),
            .. kind.Where is { } where ? [$"t.rowid IN (SELECT rowid FROM main.{kind.Of} WHERE ({where}\n))"] : Array.Empty<string>(),
        ];

        return
            $"""

            UNION ALL
            SELECT {SqlText.Text(kind.Name + ":")} || t.{key}, {SqlText.Text(kind.Name)}, {contact}, coalesce({account}, c.account_id), coalesce({account}, c.account_id, {contact}), {lead},
              ({at})::TIMESTAMP, ({Worth(kind.Value)})::DECIMAL(18,4), NULL, false
            FROM {from} LEFT JOIN main.contacts AS c ON c.contact_id = {contact}
            WHERE {string.Join(" AND ", conditions)}
            """;
    }

    private static string Moment(ConversionKind kind)
    {
        var stage = kind.Of is "leads" ? Array.IndexOf(Stages, kind.On) : -1;
        return stage < 0 || stage == Stages.Length - 1
            ? $"t.{SqlText.Name(kind.On)}"
            : $"coalesce(t.{kind.On}, least({string.Join(", ", Stages.Skip(stage + 1).Select(s => "t." + s))}))";
    }

    private static string Worth(ConversionValue value) => value switch
    {
        ConversionValue.Fixed { Amount: var amount } => amount.ToString(CultureInfo.InvariantCulture),
        ConversionValue.Of { Column: var column } => $"t.{SqlText.Name(column)}",
        ConversionValue.Margin => "t.amount - t.cost_of_goods",
        ConversionValue.Expected => "t.amount * t.probability",
        _ => "NULL",
    };

    private static void Check(Session session, IReadOnlyList<ConversionKind> kinds)
    {
        var guard = new ExpressionGuard(session);
        var findings = kinds
            .Select(kind => kind.Where is { } where && (guard.Refusal(where) ?? Unusable(session, kind.Of, where)) is { } why
                ? AttributionRules.RefusedCondition.At(kind.At, kind.Name, where, why)
                : null)
            .OfType<Diagnostic>().ToList();
        if (findings.Count > 0)
        {
            throw new MeritException(findings);
        }
    }

    // What the engine says of a condition that reads well but fits no column.
    private static string? Unusable(Session session, string table, string condition)
    {
        try
        {
            session.Execute($"SELECT 1 FROM main.{table} WHERE ({condition}\n) LIMIT 0");
            return null;
        }
        catch (MeritException e)
        {
            return (e.InnerException ?? e).Message.Split('\n')[0].TrimEnd('.');
        }
    }
}
