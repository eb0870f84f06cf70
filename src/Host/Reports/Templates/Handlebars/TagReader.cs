using System.Text;

namespace Merit.Host.Reports.Templates.Handlebars;

/// <summary>Reads what stands between two braces: a name, values, named values, and calls in parentheses.</summary>
internal sealed class TagReader(string body, int start, int end)
{
    private const int MaximumDepth = 20;

    private int _at = start;

    /// <summary>The call, or null where nothing is written.</summary>
    public Call? Read()
    {
        SkipSpace();
        if (_at >= end)
        {
            return null;
        }

        var call = ReadCall(0);
        if (_at < end)
        {
            throw new TagSyntaxException(_at, $"'{body[_at]}' does not belong here");
        }

        return call;
    }

    private Call ReadCall(int depth)
    {
        if (depth > MaximumDepth)
        {
            throw new TagSyntaxException(_at, "parentheses are nested too deeply");
        }

        SkipSpace();
        var nameAt = _at;
        var name = Word();
        if (name.Length == 0)
        {
            throw new TagSyntaxException(_at, "a name is missing");
        }

        var unnamed = new List<Value>();
        var named = new List<(string, Value)>();
        for (SkipSpace(); _at < end && body[_at] != ')'; SkipSpace())
        {
            var argumentAt = _at;
            if (Key() is { } key)
            {
                named.Add((key, ReadValue(depth)));
            }
            else if (named.Count > 0)
            {
                throw new TagSyntaxException(argumentAt, "an unnamed argument must stand before the named ones");
            }
            else
            {
                unnamed.Add(ReadValue(depth));
            }
        }

        return new Call(nameAt, name, unnamed, named);
    }

    private Value ReadValue(int depth)
    {
        SkipSpace();
        var at = _at;
        if (_at >= end)
        {
            throw new TagSyntaxException(at, "a value is missing");
        }

        switch (body[_at])
        {
            case '"' or '\'':
                return new LiteralValue(at, Quoted());
            case '(':
                _at++;
                var call = ReadCall(depth + 1);
                if (_at >= end || body[_at] != ')')
                {
                    throw new TagSyntaxException(at, "this parenthesis is not closed");
                }

                _at++;
                return new CallValue(at, call);
            default:
                var word = Word();
                if (word.Length == 0)
                {
                    throw new TagSyntaxException(at, $"'{body[at]}' does not belong here");
                }

                return word is "true" or "false" || char.IsAsciiDigit(word[0]) || word[0] == '-' ? new LiteralValue(at, word) : new PathValue(at, word);
        }
    }

    // A key is a word with an equals sign right behind it.
    private string? Key()
    {
        var before = _at;
        var word = Word();
        if (word.Length > 0 && _at < end && body[_at] == '=')
        {
            _at++;
            return word;
        }

        _at = before;
        return null;
    }

    private string Quoted()
    {
        var quote = body[_at++];
        var text = new StringBuilder();
        while (_at < end && body[_at] != quote)
        {
            if (body[_at] == '\\' && _at + 1 < end && body[_at + 1] == quote)
            {
                _at++;
            }

            text.Append(body[_at++]);
        }

        _at++;
        return text.ToString();
    }

    private string Word()
    {
        var from = _at;
        while (_at < end && (char.IsLetterOrDigit(body[_at]) || body[_at] is '_' or '-' or '.' or '/' or '@'))
        {
            _at++;
        }

        return body[from.._at];
    }

    private void SkipSpace()
    {
        while (_at < end && char.IsWhiteSpace(body[_at]))
        {
            _at++;
        }
    }
}
