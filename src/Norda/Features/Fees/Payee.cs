using System.Globalization;
using System.Text;
using Norda.Features.Fees.Statements.Matching;
using Norda.Platform;

namespace Norda.Features.Fees;

/// <summary>Whom the fees are paid to, as it stands in transfers and on papers.</summary>
/// <param name="Account">26 digits in groups of four, as people read them; null as long as nobody has entered it.</param>
public sealed record Payee(string Name, string ShortName, string? Address, string? Nip, string? Account)
{
    private const int LongestName = 20;
    private const int LongestTitle = 32;
    private const int AccountDigits = 26;
    private const int Modulus = 97;
    private const decimal MostGrosze = 9_999_999_999m;

    /// <param name="member">Whose own account it shall be, where the bank gives members accounts of their own.</param>
    public static Payee Of(ChamberOptions chamber, FeeOptions fees, int? member = null)
    {
        var name = fees.Recipient ?? chamber.LegalName ?? chamber.Owner;
        return new(name, chamber.TransferName ?? name, chamber.Address, chamber.Nip, Grouped(MemberAccount.Of(fees.AccountPrefix, member) ?? fees.BankAccount ?? chamber.BankAccount));
    }

    /// <summary>The text of a QR code that fills in a transfer (recommendation of the Polish Bank Association of 2013); null without a bank account that can be one.</summary>
    public string? Code(decimal amount, string title)
    {
        var digits = OnlyDigits(Account);
        return IsAccount(digits) && amount >= 0 && amount * 100 <= MostGrosze
            ? string.Create(CultureInfo.InvariantCulture, $"{OnlyDigits(Nip)}|PL|{digits}|{(long)(amount * 100):000000}|{Plain(ShortName, LongestName)}|{Plain(title, LongestTitle)}|||")
            : null;
    }

    /// <summary>26 digits whose first two check the rest (ISO 7064).</summary>
    public static bool IsAccount(string digits) => digits.Length == AccountDigits && Remainder($"{digits[2..]}2521{digits[..2]}") == 1;

    private static int Remainder(string digits) => digits.Aggregate(0, (rest, digit) => ((rest * 10) + digit - '0') % Modulus);

    private static string? Grouped(string? account)
    {
        var digits = OnlyDigits(account);
        return digits.Length == AccountDigits ? MemberAccount.Display(digits) : null;
    }

    private static string OnlyDigits(string? text) => string.Concat((text ?? "").Where(char.IsAsciiDigit));

    /// <summary>Letters without their marks, since some banks' applications lose them; nothing that parts the fields.</summary>
    private static string Plain(string text, int longest)
    {
        var letters = text.Replace('ł', 'l').Replace('Ł', 'L').Normalize(NormalizationForm.FormKD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(c => c is '|' or < ' ' ? ' ' : c is '–' or '—' ? '-' : c).Where(char.IsAscii);
        var line = string.Join(' ', string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return line.Length > longest ? line[..longest].TrimEnd() : line;
    }
}
