using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Measures;
using Merit.Host.Reports;
using Merit.Host.Workspaces;
using Merit.Metrics.Requests;

namespace Merit.Host.Delivery;

/// <summary>Which parcels a recipient gets: the whole one; or, where it stands for the members of a dimension, one for each member with nothing in it but what is that member's own.</summary>
/// <param name="measures">Knows addresses that stand in a column.</param>
/// <param name="whole">What is sent on the occasion.</param>
/// <param name="since">What to say of reports that were sent before.</param>
internal sealed class Sending(IMeasures measures, Parcel whole, Func<IReadOnlyList<MadeReport>, IReadOnlyList<string>> since)
{
    private const int LongestPart = 80;

    /// <summary>One line that says what is sent.</summary>
    public static string Subject(IReadOnlyList<MadeReport> reports, string workspace, string day) => $"{string.Join(" · ", reports.Select(m => m.Title))} · {workspace} · {day}";

    /// <summary>The parcels; to whom each goes, and what tells it from the recipient's others.</summary>
    public IEnumerable<(Recipient To, Parcel Parcel, string Part)> Parcels(Recipient recipient, Findings findings)
    {
        if (recipient is not EachRecipient each)
        {
            return [(recipient, whole, "")];
        }

        return whole.Reports.Count == 0 ? Words(each) : [.. whole.Reports.SelectMany(r => Own(each, r, findings))];
    }

    // Why reports are held back is for all whose addresses are known.
    private IEnumerable<(Recipient, Parcel, string)> Words(EachRecipient each) =>
        each.Addresses.Select(member => ((Recipient)Mail(each, member.Value), whole, Slug.Unique(member.Key, LongestPart)));

    private IEnumerable<(Recipient, Parcel, string)> Own(EachRecipient each, MadeReport report, Findings findings)
    {
        if (report.Member is not { } member)
        {
            findings.Add(DeliveryRules.NotASeries, each.At, each.Name, report.Name);
            yield break;
        }

        var addresses = Addresses(each, member);
        if (addresses.Count == 0 || (each.Column is not null && addresses.Count > 1))
        {
            // Rather to nobody than to the wrong person.
            findings.Add(addresses.Count == 0 ? DeliveryRules.NoAddressOf.At(each.At, each.Name, member.Id, report.Name) : DeliveryRules.SeveralAddresses.At(each.At, each.Column, member.Id, addresses.Count, report.Name));
            yield break;
        }

        yield return (Mail(each, addresses), whole with { Reports = [report], Words = since([report]), Subject = Subject([report], whole.Workspace, whole.Today) }, report.Name);
    }

    private IReadOnlyList<string> Addresses(EachRecipient each, SeriesMember member)
    {
        if (each.Column is not { } column)
        {
            return each.Addresses.GetValueOrDefault(member.Id) ?? [];
        }

        try
        {
            // Of all days: who somebody is does not depend on the report's.
            var answer = measures.Ask(new Request { Metrics = [member.Metric], By = [member.By, column], Where = [new Filter(member.By, FilterOperator.Equal, [member.Id])] });
            return [.. answer.Rows.Select(r => (r.Dimensions[1] as string)?.Trim()).OfType<string>().Where(RecipientKeys.IsAddress).Distinct(StringComparer.OrdinalIgnoreCase)];
        }
        catch (MeritException wrong)
        {
            throw new MeritException([.. wrong.Diagnostics.Select(d => d.At is null ? d with { At = each.At } : d)], wrong);
        }
    }

    private static MailRecipient Mail(EachRecipient each, IReadOnlyList<string> addresses) => new(addresses) { Name = each.Name, At = each.At };
}
