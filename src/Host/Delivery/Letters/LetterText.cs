using System.Text;

namespace Merit.Host.Delivery.Letters;

/// <summary>What a parcel says, as Markdown that reads well as text: words about it, then its reports one after the other.</summary>
internal static class LetterText
{
    public static string Of(Parcel parcel)
    {
        var text = new StringBuilder();
        if (parcel.Reports.Count == 0)
        {
            text.Append("# ").Append(parcel.Subject).Append("\n\n");
        }

        foreach (var words in parcel.Words)
        {
            text.Append(words).Append("\n\n");
        }

        return text.AppendJoin("\n---\n\n", parcel.Reports.Select(r => r.Markdown)).ToString();
    }
}
