using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is a coupon handed out.</summary>
public class CouponsTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "coupons", "a coupon handed out", ["coupon_id"], "issued_at",
        [
            new("coupon_id", Text, "Its identifier."),
            new("campaign_id", Text, "The campaign."),
            new("contact_id", Text, "Who got it."),
            new("issued_at", Timestamp, "When it was handed out."),
            new("redeemed_at", Timestamp, "When it was used."),
        ]);

    /// <summary>The table <c>coupons</c>.</summary>
    public CouponsTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>Its identifier.</summary>
    public Column<string> coupon_id => Col<string>("coupon_id");

    /// <summary>The campaign.</summary>
    public Column<string> campaign_id => Col<string>("campaign_id");

    /// <summary>Who got it.</summary>
    public Column<string> contact_id => Col<string>("contact_id");

    /// <summary>When it was handed out.</summary>
    public Column<DateTime> issued_at => Col<DateTime>("issued_at");

    /// <summary>When it was used.</summary>
    public Column<DateTime> redeemed_at => Col<DateTime>("redeemed_at");
}
