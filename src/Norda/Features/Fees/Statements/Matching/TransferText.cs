using System.Text.RegularExpressions;
using Norda.Platform;

namespace Norda.Features.Fees.Statements.Matching;

/// <summary>What can be read out of a title and a payer's name.</summary>
internal static partial class TransferText
{
    private const int FewestLetters = 3;

    /// <summary>Valid tax numbers in the title, however they are written.</summary>
    public static IReadOnlySet<string> Nips(string title) =>
        NipPattern().Matches(title).Concat(NamedNip().Matches(title)).Select(m => Nip.TryParse(m.Groups[1].Value, out var nip) ? nip : null).OfType<string>().ToHashSet(StringComparer.Ordinal);

    public static bool SpeaksOfFees(string folded) => FeeWord().IsMatch(folded);

    /// <summary>Invoices, tickets, rents, gifts: money that is no fee, even when it comes from a member and the sum would fit.</summary>
    public static bool SpeaksOfOtherThings(string folded) => OtherThing().IsMatch(folded);

    /// <summary>Ways to read the payer's field, in which an address may follow the name: the core of each, the shortest last.</summary>
    public static IReadOnlyList<string> Cores(string? payer)
    {
        if (payer is null)
            return [];
        var cut = new[] { payer, payer.Split("  ")[0], AddressStart().Split(payer, 2)[0], LegalEnd().Match(payer) is { Success: true } end ? payer[..(end.Index + end.Length)] : payer };
        return [.. cut.Select(text => CompanyName.Parse(text).Core).Where(core => core.Length > 0).Distinct(StringComparer.Ordinal).OrderByDescending(core => core.Length)];
    }

    public static string[] Words(string core) => core.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static IEnumerable<string> LongWords(string core) => Words(core).Where(w => w.Length >= FewestLetters);

    [GeneratedRegex(@"(?<![0-9])(?:PL)?[ -]?([0-9]{3}[- ]?[0-9]{3}[- ]?[0-9]{2}[- ]?[0-9]{2}|[0-9]{3}[- ]?[0-9]{2}[- ]?[0-9]{2}[- ]?[0-9]{3})(?![0-9])")]
    private static partial Regex NipPattern();

    [GeneratedRegex(@"NIP[ .:]*(?:PL)?[ -]?([0-9](?:[ -]?[0-9]){9})(?![0-9])", RegexOptions.IgnoreCase)]
    private static partial Regex NamedNip();

    [GeneratedRegex("skladk|czlonk|wpisow")]
    private static partial Regex FeeWord();

    [GeneratedRegex(@"(?<![a-z])(?:fv|fvs|fs|fa|fz|fkt|f-?ra|f/|faktur[a-z]*|fakt|fvat|proform[a-z]*|paragon[a-z]*|rachun[a-z]*|zamowien[a-z]*|zam|umow[a-z]*|szkole[a-z]*|konferenc[a-z]*|warsztat[a-z]*|udzial[a-z]*|bilet[a-z]*|stoisk[a-z]*|targi|targow|targach|sponsor[a-z]*|darowizn[a-z]*|najem|najmu|czynsz[a-z]*|wynaj[a-z]*|reklam[a-z]*|ogloszen[a-z]*|gala|gali|bal|balu|zwrot[a-z]*|korekt[a-z]*|kaucj[a-z]*|wadium|pozyczk[a-z]*|wynagrodzen[a-z]*|delegacj[a-z]*|podatek|zus|dotacj[a-z]*|grant[a-z]*|wyjazd[a-z]*|spotkan[a-z]*|kolacj[a-z]*|prenumerat[a-z]*|licencj[a-z]*|media|prad|energi[a-z]*)(?![a-z])")]
    private static partial Regex OtherThing();

    [GeneratedRegex(@"[ ,](?:ul|al|os|pl|ulica|aleja|osiedle|plac|skr)[ .]|[ ,][0-9]{2}-[0-9]{3}[ ,]|(?<=[^ ]), ", RegexOptions.IgnoreCase)]
    private static partial Regex AddressStart();

    [GeneratedRegex(@"^.+? (?:sp\.? ?z ?o\.? ?o\.?(?: sp\.? ?k\.?)?|spółka z ograniczoną odpowiedzialnością(?: spółka komandytowa)?|spolka z ograniczona odpowiedzialnoscia|s\.a\.|spółka akcyjna|sp\. ?[jkp]\.|s\.[cj]\.)(?=[ ,]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex LegalEnd();
}
