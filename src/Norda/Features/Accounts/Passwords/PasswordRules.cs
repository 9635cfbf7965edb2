using System.Globalization;
using Norda.Platform;

namespace Norda.Features.Accounts.Passwords;

/// <summary>
/// Long is strong: at least 15 characters, or 8 where a second factor guards the account (NIST SP 800-63B-4, ASVS 6.2). Any letters
/// of any script; no rules about digits and signs. What everybody guesses first is refused.
/// </summary>
public static class PasswordRules
{
    public const int Shortest = 15;
    public const int ShortestWithSecondFactor = 8;
    public const int Longest = 200;

    /// <summary>Words that nobody should make a password of, folded, the longest first: people stretch them with digits and signs, and put them side by side.</summary>
    public static readonly IReadOnlyList<string> Guesses = LongestFirst(
    [
        "haslo", "password", "passw0rd", "qwerty", "qwertyuiop", "zaq1xsw2", "zaq12wsx", "abcdef", "abc", "admin", "administrator", "letmein", "welcome", "witaj", "polska", "gdansk", "gdynia",
        "sopot", "wejherowo", "reda", "rumia", "puck", "lebork", "kaszuby", "norda", "nordabiznes", "nordabiznespartner", "izba", "izbagospodarcza", "biuro", "firma", "kochamcie", "dragon", "monkey",
        "misiek", "lukasz", "marcin", "mateusz", "agnieszka", "iloveyou", "princess", "football", "baseball", "master", "superman", "batman", "samsung", "lato", "zima", "wiosna", "jesien", "styczen",
    ]);

    /// <returns>Null when the password is good, else what is wrong and what to do.</returns>
    public static Fault? FaultOf(string password, bool hasSecondFactor, params IReadOnlyList<string?> own)
    {
        var length = new StringInfo(password).LengthInTextElements;
        var shortest = hasSecondFactor ? ShortestWithSecondFactor : Shortest;
        if (length < shortest)
            return new Fault("Hasło ma {0}, powinno mieć co najmniej {1}. Dobre są trzy, cztery zwykłe słowa.", new Counted(length, "znak|znaki|znaków"), shortest);
        if (password.Length > Longest)
            return new Fault("Hasło może mieć do {0} znaków.", Longest);
        if (IsGuessed(password))
            return new Fault("To hasło jest zbyt łatwe do odgadnięcia. Ułóż je z kilku słów, które nic nie łączy.");
        if (IsMadeOf(Core(password), LongestFirst(own.Where(o => !string.IsNullOrWhiteSpace(o)).SelectMany(o => o!.Split('@', ' ', '.', '-')).Where(word => Core(word).Length > 3))))
            return new Fault("Hasło nie może być Twoim imieniem, nazwą firmy ani adresem. Ułóż je z kilku innych słów.");
        return null;
    }

    /// <summary>Found often in stolen lists, few different letters, or nothing but words that everybody tries first.</summary>
    public static bool IsGuessed(string password) => CommonPasswords.Has(password) || (Core(password) is var core && (core.Distinct().Count() < 4 || IsMadeOf(core, Guesses)));

    /// <summary>The words once or several times over, whatever digits and signs stand around.</summary>
    private static bool IsMadeOf(string core, IEnumerable<string> words) => words.Aggregate(core, (rest, word) => rest.Replace(word, "", StringComparison.Ordinal)).Length == 0;

    private static string[] LongestFirst(IEnumerable<string> words) => [.. words.Select(Core).Distinct().OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal)];

    private static string Core(string text) => string.Concat(Folding.Fold(text).Where(char.IsLetter));
}
