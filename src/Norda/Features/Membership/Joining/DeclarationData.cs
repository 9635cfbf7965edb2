using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using Norda.Features.Accounts;
using Norda.Features.Directory.Editor;
using Norda.Platform;

namespace Norda.Features.Membership.Joining;

/// <summary>What a firm declares, step by step; a draft keeps it until it is sent.</summary>
public sealed class DeclarationData
{
    public string Nip { get; set; } = "";
    public FirmPart Firm { get; set; } = new();
    public PersonPart Person { get; set; } = new();
    public TermsPart Terms { get; set; } = new();

    public string ToJson() => JsonSerializer.Serialize(this);

    public static DeclarationData Read(string json) => JsonSerializer.Deserialize<DeclarationData>(json) ?? new();
}

/// <summary>One step of the declaration: knows what is wrong with it, beside which field.</summary>
public abstract class DeclarationPart
{
    /// <param name="byOffice">Copied from paper: what the office cannot know may be missing.</param>
    public abstract IEnumerable<(string Field, string Text)> Faults(IStringLocalizer<Texts> texts, bool byOffice);

    protected static bool IsFilled(string? text, int longest) => PlainText.Line(text) is { Length: > 0 } line && line.Length <= longest;

    protected static bool Fits(string? text, int longest) => PlainText.Line(text) is null || IsFilled(text, longest);

    /// <summary>What is wrong with a value that may be left out.</summary>
    protected static string? Wrong(string? text, Func<string, (string?, Fault?)> check, IStringLocalizer<Texts> texts) =>
        PlainText.Line(text) is { } line && check(line).Item2 is { } fault ? Sentence(fault.In(texts)) : null;

    private static string Sentence(string text) => char.ToUpper(text[0], CultureInfo.CurrentCulture) + text[1..].TrimEnd('.') + ".";
}

/// <summary>The firm, as its register has it.</summary>
public sealed class FirmPart : DeclarationPart
{
    public const int LongestName = 200;
    public const int LongestLegalName = 300;
    public const int LongestNumber = 20;
    public const int LongestTown = 100;

    public string? Name { get; set; }
    public string? LegalName { get; set; }
    public string? Regon { get; set; }
    public string? Krs { get; set; }
    public string? Street { get; set; }
    public string? Building { get; set; }
    public string? Unit { get; set; }
    public string? PostalCode { get; set; }
    public string? Town { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public string? Website { get; set; }

    public override IEnumerable<(string, string)> Faults(IStringLocalizer<Texts> texts, bool byOffice)
    {
        if (!IsFilled(Name, LongestName))
            yield return (nameof(Name), texts["Wpisz nazwę firmy (do 200 znaków)."]);
        if (!Fits(LegalName, LongestLegalName))
            yield return (nameof(LegalName), texts["Pełna nazwa ma do 300 znaków."]);
        if (Wrong(Regon, Checks.Regon, texts) is { } regon)
            yield return (nameof(Regon), regon);
        if (Wrong(Krs, Checks.Krs, texts) is { } krs)
            yield return (nameof(Krs), krs);
        if (!Fits(Street, LongestName))
            yield return (nameof(Street), texts["Ulica ma do 200 znaków."]);
        if (!IsFilled(Building, LongestNumber))
            yield return (nameof(Building), texts["Wpisz numer domu (do 20 znaków)."]);
        if (!Fits(Unit, LongestNumber))
            yield return (nameof(Unit), texts["Numer lokalu ma do 20 znaków."]);
        if (!Norda.Platform.PostalCode.TryParse(PostalCode, out _))
            yield return (nameof(PostalCode), texts["Wpisz kod pocztowy, na przykład 84-200."]);
        if (!IsFilled(Town, LongestTown))
            yield return (nameof(Town), texts["Wpisz miejscowość (do 100 znaków)."]);
        if (!(byOffice && PlainText.Line(Email) is null) && !Norda.Platform.Email.TryParse(Email, out _))
            yield return (nameof(Email), texts["Wpisz adres e-mail firmy, na przykład biuro@firma.pl."]);
        if (Wrong(Phone, Checks.Phone, texts) is { } phone)
            yield return (nameof(Phone), phone);
        if (Wrong(Website, Checks.Web, texts) is { } site)
            yield return (nameof(Website), site);
    }
}

/// <summary>Who acts for the firm in the chamber, and how large the firm is.</summary>
public sealed class PersonPart : DeclarationPart
{
    public const int MostStaff = 1_000_000;

    public string? Name { get; set; }
    public string? Role { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public string? Staff { get; set; }
    public MemberKind Kind { get; set; }

    public int? Heads => int.TryParse(Staff?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var heads) && heads is > 0 and <= MostStaff ? heads : null;

    public override IEnumerable<(string, string)> Faults(IStringLocalizer<Texts> texts, bool byOffice)
    {
        if (!IsFilled(Name, UserMap.LongestName))
            yield return (nameof(Name), texts["Wpisz imię i nazwisko osoby, która będzie reprezentować firmę (do 100 znaków)."]);
        if (!(byOffice ? Fits(Role, UserMap.LongestName) : IsFilled(Role, UserMap.LongestName)))
            yield return (nameof(Role), texts["Wpisz funkcję w firmie, na przykład prezes zarządu (do 100 znaków)."]);
        if (!(byOffice && PlainText.Line(Email) is null) && !Norda.Platform.Email.TryParse(Email, out _))
            yield return (nameof(Email), texts["Wpisz adres e-mail, na przykład jan@firma.pl."]);
        if (Wrong(Phone, Checks.Phone, texts) is { } phone)
            yield return (nameof(Phone), phone);
        if (Heads is null)
            yield return (nameof(Staff), texts["Wpisz, ile osób pracuje w firmie razem z właścicielami: liczba od 1 do 1 000 000."]);
        if (Kind is not (MemberKind.Ordinary or MemberKind.Supporting))
            yield return (nameof(Kind), texts["Wybierz rodzaj członkostwa."]);
    }
}

/// <summary>What the firm agrees to, and how it signs.</summary>
public sealed class TermsPart : DeclarationPart
{
    public const string OnScreen = "ekran";
    public const string OnPaper = "papier";

    public bool Statute { get; set; }
    public bool Note { get; set; }
    public bool Newsletter { get; set; }
    public bool Pictures { get; set; }
    public string? Signing { get; set; }
    public string? SignedBy { get; set; }

    public override IEnumerable<(string, string)> Faults(IStringLocalizer<Texts> texts, bool byOffice)
    {
        if (!Statute)
            yield return (nameof(Statute), texts["Bez zgody na statut nie można wejść do izby."]);
        if (!Note)
            yield return (nameof(Note), texts["Przeczytaj informację o danych osobowych i zaznacz, że ją znasz."]);
        if (Signing is not (OnScreen or OnPaper))
            yield return (nameof(Signing), texts["Wybierz, jak podpisujesz deklarację."]);
        if (Signing == OnScreen && !IsFilled(SignedBy, UserMap.LongestName))
            yield return (nameof(SignedBy), texts["Wpisz imię i nazwisko osoby, która podpisuje (do 100 znaków)."]);
    }
}
