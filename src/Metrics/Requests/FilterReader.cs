using System.Text;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;

namespace Merit.Metrics.Requests;

/// <summary>Walks over a filter's text; knows where it is, for messages.</summary>
internal sealed class FilterReader(string text)
{
    private int position;

    public bool AtEnd
    {
        get
        {
            SkipSpace();
            return position == text.Length;
        }
    }

    public MeritException Fault(string problem)
    {
        SkipSpace();
        return new MeritException(RequestRules.BadFilter.Here(text, position + 1, problem));
    }

    public bool Sees(char c)
    {
        SkipSpace();
        return position < text.Length && text[position] == c;
    }

    public bool Take(string sign)
    {
        SkipSpace();
        if (string.Compare(text, position, sign, 0, sign.Length, StringComparison.OrdinalIgnoreCase) != 0)
        {
            return false;
        }

        position += sign.Length;
        return true;
    }

    /// <summary>A dimension's name: letters of any script, digits, underscores and dots.</summary>
    public string? Name() => While(c => char.IsLetterOrDigit(c) || c is '_' or '.');

    public string? Word() => While(char.IsLetter);

    public string Quoted()
    {
        SkipSpace();
        var start = position;
        var quote = text[position++];
        var value = new StringBuilder();
        while (position < text.Length)
        {
            var c = text[position++];
            if (c != quote)
            {
                value.Append(c);
            }
            else if (position < text.Length && text[position] == quote)
            {
                value.Append(quote);
                position++;
            }
            else
            {
                return value.ToString();
            }
        }

        position = start;
        throw Fault("the quote is not closed");
    }

    /// <summary>Everything to the end.</summary>
    public string Rest()
    {
        SkipSpace();
        var value = text[position..].TrimEnd();
        if (value.Length == 0)
        {
            throw Fault("a value is expected");
        }

        position = text.Length;
        return value;
    }

    /// <summary>An unquoted value of a list.</summary>
    public string Item()
    {
        SkipSpace();
        var end = text.IndexOfAny([',', ')'], position);
        var value = text[position..(end < 0 ? text.Length : end)].TrimEnd();
        if (value.Length == 0)
        {
            throw Fault("a value is expected");
        }

        position = end < 0 ? text.Length : end;
        return value;
    }

    private string? While(Func<char, bool> belongs)
    {
        SkipSpace();
        var start = position;
        while (position < text.Length && belongs(text[position]))
        {
            position++;
        }

        return position == start ? null : text[start..position];
    }

    private void SkipSpace()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }
    }
}
