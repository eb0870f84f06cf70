using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Workspaces.Variables;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Merit.Host.Workspaces.Yaml;

/// <summary>Reads a YAML file into nodes that know their places. Variables are replaced in values only after parsing, so a value cannot become structure.</summary>
internal sealed class YamlReader
{
    // Far beyond any honest merit.yaml; keeps a crafted file from exhausting the stack or, through aliases of aliases, time.
    private const int MaximumDepth = 40;

    private readonly string _file;
    private readonly Substitution _substitution;
    private readonly Findings _findings;
    private readonly Parser _parser;
    private readonly Dictionary<AnchorName, Node> _anchors = [];

    private YamlReader(string text, string file, Substitution substitution, Findings findings)
    {
        (_file, _substitution, _findings) = (file, substitution, findings);
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>The file's only document; an empty mapping where it is empty; null after a syntax error, which is then among the findings.</summary>
    public static Node? Read(string text, string file, Substitution substitution, Findings findings)
    {
        try
        {
            return new YamlReader(text, file, substitution, findings).Document();
        }
        catch (YamlException error)
        {
            findings.Add(WorkspaceRules.Syntax, Tab(text, file, error) ?? At(file, error.Start), Said(error.Message));
            return null;
        }
    }

    private Node Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            return new MappingNode(new Place(_file, 1, 1), "", []);
        }

        _parser.Consume<DocumentStart>();
        var root = Node("", 0);
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
        {
            throw new YamlException(second.Start, second.End, "a second document starts here, but only one is read");
        }

        return root is ScalarNode { IsNull: true } ? new MappingNode(root.At, "", []) : root;
    }

    private Node Node(string path, int depth)
    {
        var start = _parser.Current ?? throw new YamlException("the file ends too soon");
        if (depth > MaximumDepth)
        {
            throw new YamlException(start.Start, start.End, "it is nested too deeply");
        }

        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return _anchors.TryGetValue(alias.Value, out var known)
                ? known
                : throw new YamlException(alias.Start, alias.End, $"nothing above is marked '&{alias.Value}'");
        }

        var anchor = ((NodeEvent)start).Anchor;
        Node node = start switch
        {
            MappingStart => Mapping(path, depth),
            SequenceStart => Sequence(path, depth),
            _ => Scalar(path),
        };
        if (!anchor.IsEmpty)
        {
            _anchors[anchor] = node;
        }

        return node;
    }

    private MappingNode Mapping(string path, int depth)
    {
        var at = At(_file, _parser.Consume<MappingStart>().Start);
        var entries = new List<Entry>();
        var merged = new List<Entry>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (!_parser.TryConsume<Scalar>(out var key))
            {
                throw new YamlException(_parser.Current?.Start ?? Mark.Empty, _parser.Current?.End ?? Mark.Empty, "a key must be a single word");
            }

            var keyAt = At(_file, key.Start);
            var value = Node(path.Length == 0 ? key.Value : $"{path}.{key.Value}", depth + 1);
            if (key is { Value: "<<", Style: ScalarStyle.Plain } && value is MappingNode shared)
            {
                merged.AddRange(shared.Entries);
            }
            else if (entries.Find(e => string.Equals(e.Key, key.Value, StringComparison.Ordinal)) is { } first)
            {
                _findings.Add(WorkspaceRules.DuplicateKey, keyAt, key.Value, first.At.Line);
            }
            else
            {
                entries.Add(new Entry(key.Value, keyAt, value));
            }
        }

        var own = entries.Select(e => e.Key).ToHashSet(StringComparer.Ordinal);
        entries.AddRange(merged.Where(e => own.Add(e.Key)));
        return new MappingNode(at, path, entries);
    }

    private SequenceNode Sequence(string path, int depth)
    {
        var at = At(_file, _parser.Consume<SequenceStart>().Start);
        var items = new List<Node>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(string.Create(CultureInfo.InvariantCulture, $"{path}[{items.Count + 1}]"), depth + 1));
        }

        return new SequenceNode(at, path, items);
    }

    private ScalarNode Scalar(string path)
    {
        var scalar = _parser.Consume<Scalar>();
        var at = At(_file, scalar.Start);
        // Inside a block scalar or one that spans lines, columns cannot be counted from its start.
        var exact = scalar.Style is ScalarStyle.Plain or ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted && scalar.Start.Line == scalar.End.Line;
        var value = _substitution.Apply(scalar.Value, index => exact
            ? at with { Column = at.Column + index + (scalar.Style == ScalarStyle.Plain ? 0 : 1) }
            : at);
        return new ScalarNode(at, path)
        {
            Value = value ?? "",
            Written = scalar.Value,
            Plain = scalar.Style == ScalarStyle.Plain,
            Broken = value is null,
        };
    }

    private static Place At(string file, Mark mark) => new(file, (int)mark.Line, (int)mark.Column);

    // The parser complains of a tab where the mapping around it starts, which may be the top of the file.
    private static Place? Tab(string text, string file, YamlException error)
    {
        if (!error.Message.Contains(" tab ", StringComparison.Ordinal))
        {
            return null;
        }

        var lines = text.Split('\n');
        for (var i = (int)error.Start.Line - 1; i < lines.Length; i++)
        {
            var indentation = lines[i].Length - lines[i].TrimStart(' ', '\t').Length;
            if (lines[i].AsSpan(0, indentation).IndexOf('\t') is >= 0 and var tab)
            {
                return new Place(file, i + 1, tab + 1);
            }
        }

        return null;
    }

    // The parser's sentences start with a capital letter and end with a full stop; ours go on.
    private static string Said(string message)
    {
        var text = message.TrimEnd('.', ' ');
        return text.Length == 0 ? "it cannot be read" : char.ToLowerInvariant(text[0]) + text[1..];
    }
}
