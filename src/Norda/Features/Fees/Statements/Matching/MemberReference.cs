using System.Globalization;
using System.Text.RegularExpressions;

namespace Norda.Features.Fees.Statements.Matching;

/// <summary>
/// By what a transfer says whose it is: "NB00123/2611/02", the member's number, year and month, and two check digits, so that a mistyped
/// one is nobody's.
/// </summary>
public static partial class MemberReference
{
    private const int MostNumber = 99_999;

    public static string Of(int member, int year, int month)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{member:00000}{year % 100:00}{month:00}");
        return $"NB{body[..5]}/{body[5..]}/{Check(body)}";
    }

    /// <summary>Null for numbers that have more digits than the reference has places.</summary>
    public static string? For(int? member, DateOnly month) => member is > 0 and <= MostNumber ? Of(member.Value, month.Year, month.Month) : null;

    /// <summary>Numbers of members that a title names; banks break lines within words and people leave out strokes.</summary>
    public static IReadOnlySet<int> Find(string title) =>
        Pattern().Matches(title).Where(m => Check(m.Groups[1].Value + m.Groups[2].Value + m.Groups[3].Value) == m.Groups[4].Value && int.Parse(m.Groups[3].ValueSpan, CultureInfo.InvariantCulture) is >= 1 and <= 12)
            .Select(m => int.Parse(m.Groups[1].Value.Replace(" ", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)).ToHashSet();

    private static string Check(string body)
    {
        var digits = string.Concat(body.Where(char.IsAsciiDigit));
        return (98 - (long.Parse(digits, CultureInfo.InvariantCulture) * 100 % 97)).ToString("00", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"NB[ ]?([0-9](?: ?[0-9]){4})[ ]?[/\\.,-]?[ ]?([0-9]{2}) ?([0-9]{2})[ ]?[/\\.,-]?[ ]?([0-9]{2})(?![0-9])", RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}

/// <summary>An account number of each member's own: the bank's number and the chamber's place there, the member's number at the end, check digits in front.</summary>
public static class MemberAccount
{
    private const int BodyLength = 24;

    /// <summary>Null when the chamber has no such service, or the prefix leaves no room for the number.</summary>
    /// <param name="prefix">8 to 18 digits that the bank gave: its own number and the chamber's.</param>
    public static string? Of(string? prefix, int? member)
    {
        var front = Digits(prefix);
        if (front.Length is < 8 or > 18 || member is not > 0)
            return null;
        var number = member.Value.ToString(CultureInfo.InvariantCulture);
        if (front.Length + number.Length > BodyLength)
            return null;
        var body = front + number.PadLeft(BodyLength - front.Length, '0');
        return Check(body) + body;
    }

    /// <summary>"61 1090 1014 0000 0712 1981 2874".</summary>
    public static string Display(string account) => account.Length == 26 ? string.Join(' ', new[] { account[..2] }.Concat(Enumerable.Range(0, 6).Select(i => account.Substring(2 + (4 * i), 4)))) : account;

    /// <summary>The member whose account a transfer came to: a whole number under the prefix, or the bank's short one ("XX000000000001").</summary>
    public static int? Member(string? prefix, string? account)
    {
        var front = Digits(prefix);
        if (front.Length < 8 || account is null)
            return null;
        var number = account.Length == 26 && account.All(char.IsAsciiDigit)
            ? account[2..].StartsWith(front, StringComparison.Ordinal) && Check(account[2..]) == account[..2] ? account[(2 + front.Length)..] : ""
            : account.Length <= 16 && char.IsAsciiLetter(account[0]) ? account[2..] : "";
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var member) && member > 0 ? member : null;
    }

    private static string Digits(string? prefix) => string.Concat((prefix ?? "").Where(char.IsAsciiDigit));

    private static string Check(string body) => (98 - (System.Numerics.BigInteger.Parse(body + "252100", CultureInfo.InvariantCulture) % 97)).ToString("00", CultureInfo.InvariantCulture);
}
