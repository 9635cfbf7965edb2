using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Norda.Platform;

/// <summary>Why a typed value cannot be taken: a sentence for the person who typed it, with its numbers apart so that it can be translated.</summary>
public sealed record Fault(string Text, params object[] Values)
{
    public string In(IStringLocalizer? texts) => texts is null ? ToString() : texts[Text, Values];

    public override string ToString() => string.Format(CultureInfo.InvariantCulture, Text, Values);
}
