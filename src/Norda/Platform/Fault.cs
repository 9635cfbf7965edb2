using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Norda.Platform;

/// <summary>Why a typed value cannot be taken: a sentence for the person who typed it, with its numbers apart so that it can be translated.</summary>
public sealed record Fault(string Text, params object[] Values)
{
    public string In(IStringLocalizer? texts)
    {
        string Translate(string text) => texts is null ? text : texts[text];
        var values = Values.Select(v => v is Counted counted ? $"{counted.Number} {Plural.Word(counted.Number, Translate(counted.Forms))}" : v).ToArray();
        return string.Format(CultureInfo.CurrentCulture, Translate(Text), values);
    }

    /// <summary>Beside a field it stands alone: a capital letter and a full stop.</summary>
    public string Sentence(IStringLocalizer? texts)
    {
        var said = In(texts);
        return $"{char.ToUpper(said[0], CultureInfo.CurrentCulture)}{said[1..]}{(said.EndsWith('.') ? "" : ".")}";
    }

    public override string ToString() => In(null);
}

/// <summary>A number inside a sentence and the forms of the noun after it.</summary>
public sealed record Counted(int Number, string Forms);
