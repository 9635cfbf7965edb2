using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Norda.Platform;

namespace Norda.Features.Directory.Editor;

/// <summary>The lists of a profile. Texts are keys of <see cref="Texts"/>.</summary>
public static class ListSections
{
    private const string Verified = "sprawdzony";

    private static readonly ListSection Services = new ListSection<CompanyService>(
        "uslugi", "Usługi", "tool", "Po usługach klienci znajdują firmę najczęściej. Główną pokazujemy pierwszą.", "Dodaj usługę", "Zmień usługę",
        c => c.Services, s => Text(s.ServiceId), MakeService, (s, _) => (s.Service.Name, null, s.IsPrimary ? ("brand", "usługa główna") : null),
        [
            new("name", "Usługa", s => s.Service.Name, (_, _) => { }) { IsRequired = true, OnlyWhenNew = true, Check = Checks.Words, Dictionary = EditorLists.Services, Hint = "Na przykład: cięcie laserem" },
            new("primary", "To nasza główna usługa", s => s.IsPrimary ? "true" : null, (s, v) => s.IsPrimary = v is not null) { Kind = FieldKind.Tick },
        ])
    { Unmark = (main, other) => other.IsPrimary &= !main.IsPrimary };

    private static readonly ListSection Competencies = new ListSection<CompanyCompetency>(
        "kompetencje", "Kompetencje", "checklist", "Języki, programy, uprawnienia: to, co firma umie, a niekoniecznie sprzedaje.", "Dodaj kompetencję", "Zmień kompetencję",
        c => c.Competencies, s => Text(s.CompetencyId), MakeCompetency, (s, _) => (s.Competency.Name, s.Level, null),
        [
            new("name", "Kompetencja", s => s.Competency.Name, (_, _) => { }) { IsRequired = true, OnlyWhenNew = true, Check = Checks.Words, Dictionary = EditorLists.Competencies },
            new("level", "Poziom", s => s.Level, (s, v) => s.Level = v) { Kind = FieldKind.Choice, Choices = [("podstawowy", "podstawowy"), ("zaawansowany", "zaawansowany"), ("ekspert", "ekspert")] },
        ]);

    private static readonly ListSection Certificates = new ListSection<Certification>(
        "certyfikaty", "Certyfikaty", "certificate", "Ważny certyfikat jest filtrem katalogu. Wygasły pokazujemy jako wygasły.", "Dodaj certyfikat", "Zmień certyfikat",
        c => c.Certifications, c => Text(c.Id), n => Made(new Certification { CompanyId = n.Firm.Id, Name = n["name"] }),
        (c, today) => (c.Name, c.Issuer, c.ExpiryDate is not { } end ? null : end < today ? ("bad", "wygasł") : end.DayNumber - today.DayNumber <= 90 ? ("warn", "wygasa wkrótce") : ("ok", "ważny")),
        [
            new("name", "Nazwa", c => c.Name, (c, v) => c.Name = v!) { IsRequired = true, Hint = "Na przykład: ISO 9001" },
            new("issuer", "Kto wydał", c => c.Issuer, (c, v) => c.Issuer = v),
            new("number", "Numer", c => c.CertificateNumber, (c, v) => c.CertificateNumber = v) { MaxLength = 100 },
            new("issued", "Wydany dnia", c => Checks.Text(c.IssueDate), (c, v) => c.IssueDate = Checks.Day(v)) { Kind = FieldKind.Date, Check = Checks.Date },
            new("expires", "Ważny do", c => Checks.Text(c.ExpiryDate), (c, v) => c.ExpiryDate = Checks.Day(v)) { Kind = FieldKind.Date, Check = Checks.Date, Hint = "Puste, jeśli jest bezterminowy" },
        ])
    { Between = typed => Checks.Day(typed["expires"]) < Checks.Day(typed["issued"]) ? ("expires", "Certyfikat nie może stracić ważności przed dniem wydania. Sprawdź obie daty.") : null };

    private static readonly ListSection Awards = new ListSection<Award>(
        "nagrody", "Nagrody", "award", "Nagrody i wyróżnienia z ostatnich lat.", "Dodaj nagrodę", "Zmień nagrodę",
        c => c.Awards, a => Text(a.Id), n => Made(new Award { CompanyId = n.Firm.Id, Name = n["name"] }), (a, _) => (a.Name, string.Join(", ", new[] { a.Issuer, a.Year?.ToString(CultureInfo.InvariantCulture) }.OfType<string>()), null),
        [
            new("name", "Nazwa", a => a.Name, (a, v) => a.Name = v!) { IsRequired = true },
            new("issuer", "Kto przyznał", a => a.Issuer, (a, v) => a.Issuer = v),
            new("year", "Rok", a => a.Year?.ToString(CultureInfo.InvariantCulture), (a, v) => a.Year = v is null ? null : int.Parse(v, CultureInfo.InvariantCulture)) { Kind = FieldKind.Number, Check = Checks.Year },
            new("description", "Za co", a => a.Description, (a, v) => a.Description = v) { Kind = FieldKind.Text, MaxLength = 1000 },
        ]);

    private static readonly ListSection Contacts = new ListSection<CompanyContact>(
        "kontakty", "Kontakty", "phone", "Numery i adresy z nazwanym celem: „Zamówienia”, „Serwis”. Przy każdym wybierasz, kto go widzi.", "Dodaj kontakt", "Zmień kontakt",
        c => c.Contacts, c => Text(c.Id), n => Made(new CompanyContact { CompanyId = n.Firm.Id, ContactType = n["type"], Value = n["value"], Source = "firma", SourceDate = DateOnly.FromDateTime(n.Now) }),
        (c, _) => (ContactValue.Show(c.ContactType, c.Value), c.Purpose, c.IsVerified ? ("ok", Verified) : c.IsPrimary ? ("brand", "główny") : null),
        [
            new("type", "Rodzaj", c => c.ContactType, (c, v) => c.ContactType = v!) { Kind = FieldKind.Choice, IsRequired = true, Choices = [("phone", "Telefon"), ("mobile", "Komórka"), ("email", "E-mail"), ("fax", "Faks")] },
            new("value", "Numer albo adres", c => c.Value, ContactValue.Set) { IsRequired = true, MaxLength = 254 },
            new("purpose", "Do czego służy", c => c.Purpose, (c, v) => c.Purpose = v) { MaxLength = 100, Hint = "Na przykład: Zamówienia" },
            new("primary", "To główny kontakt tego rodzaju", c => c.IsPrimary ? "true" : null, (c, v) => c.IsPrimary = v is not null) { Kind = FieldKind.Tick },
            new("visibility", "Kto widzi", c => c.Visibility.ToString(), (c, v) => c.Visibility = Enum.TryParse<Visibility>(v, out var seen) ? seen : Visibility.Everyone) { Kind = FieldKind.Choice, IsRequired = true, Choices = VisibilityWords.All },
        ])
    { Unmark = (main, other) => other.IsPrimary &= !(main.IsPrimary && main.ContactType == other.ContactType) };

    private static readonly ListSection Profiles = new ListSection<SocialProfile>(
        "profile", "Media społecznościowe", "share", "Adresy profili. Co jakiś czas sprawdzamy, czy działają.", "Dodaj profil", "Zmień profil",
        c => c.SocialProfiles, p => Text(p.Id), n => Made(new SocialProfile { CompanyId = n.Firm.Id, Platform = n["platform"], Url = n["url"], Source = "firma", CreatedAt = n.Now }),
        (p, _) => (Profile.ProfileTexts.Network(p.Platform).Name, p.Url, p.IsValid switch { true => ("ok", "działa"), false => ("bad", "nie działa"), _ => null }),
        [
            new("platform", "Serwis", p => p.Platform, (p, v) => p.Platform = v!) { Kind = FieldKind.Choice, IsRequired = true, Choices = [("facebook", "Facebook"), ("instagram", "Instagram"), ("linkedin", "LinkedIn"), ("youtube", "YouTube"), ("x", "X"), ("tiktok", "TikTok"), ("google", "Google")] },
            new("url", "Adres profilu", p => p.Url, ProfileAddress) { Kind = FieldKind.Web, Check = Checks.Web, IsRequired = true, MaxLength = 500 },
        ]);

    private static readonly ListSection News = new ListSection<CompanyNews>(
        "aktualnosci", "Aktualności", "news", "Nowa maszyna, nagroda, artykuł: krótko i z datą.", "Dodaj aktualność", "Zmień aktualność",
        c => c.News, n => Text(n.Id), n => Made(new CompanyNews { CompanyId = n.Firm.Id, EventType = n["type"], Title = n["title"] }), (n, _) => (n.Title, Checks.Text(n.EventDate), null),
        [
            new("title", "Tytuł", n => n.Title, (n, v) => n.Title = v!) { IsRequired = true, MaxLength = 300 },
            new("type", "Rodzaj", n => n.EventType, (n, v) => n.EventType = v!) { Kind = FieldKind.Choice, IsRequired = true, Choices = [("milestone", "wydarzenie w firmie"), ("press_release", "informacja prasowa"), ("news_mention", "artykuł o firmie")] },
            new("date", "Data", n => Checks.Text(n.EventDate), (n, v) => n.EventDate = Checks.Day(v)) { Kind = FieldKind.Date, Check = Checks.Date },
            new("description", "Treść", n => n.Description, (n, v) => n.Description = v) { Kind = FieldKind.Text, MaxLength = 2000 },
            new("url", "Adres źródła", n => n.SourceUrl, (n, v) => n.SourceUrl = v) { Kind = FieldKind.Web, Check = Checks.Web, MaxLength = 500 },
        ]);

    public static readonly IReadOnlyList<ListSection> All = [Services, Competencies, Certificates, Awards, Contacts, Profiles, News];

    public static ListSection? Find(string slug) => All.FirstOrDefault(s => s.Slug == slug);

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);

    private static Task<T> Made<T>(T entry) => Task.FromResult(entry);

    /// <summary>A new address has not been checked yet.</summary>
    private static void ProfileAddress(SocialProfile profile, string? url)
    {
        if (profile.Url == url)
            return;
        profile.Url = url!;
        (profile.IsValid, profile.CheckStatus, profile.LastCheckedAt) = (null, null, null);
    }

    /// <summary>The chamber's service of that name; a name that is new becomes one, and the office joins twins later.</summary>
    private static async Task<CompanyService> MakeService(NewEntry entry)
    {
        var (name, slug) = (entry["name"], Slug.From(entry["name"]));
        var service = await entry.Db.Services.FirstOrDefaultAsync(s => s.Slug == slug, entry.Cancel) ?? new Service { Name = name, Slug = slug };
        return new CompanyService { CompanyId = entry.Firm.Id, Service = service, AddedAt = entry.Now };
    }

    private static async Task<CompanyCompetency> MakeCompetency(NewEntry entry)
    {
        var (name, slug) = (entry["name"], Slug.From(entry["name"]));
        var competency = await entry.Db.Competencies.FirstOrDefaultAsync(s => s.Slug == slug, entry.Cancel) ?? new Competency { Name = name, Slug = slug };
        return new CompanyCompetency { CompanyId = entry.Firm.Id, Competency = competency, AddedAt = entry.Now };
    }
}

public static class VisibilityWords
{
    public static readonly IReadOnlyList<(string Value, string Label)> All =
        [(nameof(Visibility.Everyone), "wszyscy"), (nameof(Visibility.Members), "członkowie izby"), (nameof(Visibility.Me), "tylko nasza firma i biuro")];
}

/// <summary>A contact's value follows its type: a telephone is stored as one, an address as one.</summary>
internal static class ContactValue
{
    public static (string? Value, Fault? Fault) Check(string type, string text) => type == "email" ? Checks.Email(text) : Checks.Phone(text);

    public static string Show(string type, string value) => type != "email" && Phone.TryParse(value, out var phone) ? phone.Display : value;

    /// <summary>A changed value is a new one: nobody has verified it.</summary>
    public static void Set(CompanyContact contact, string? value)
    {
        if (contact.Value == value)
            return;
        contact.Value = value!;
        (contact.IsVerified, contact.VerifiedAt, contact.VerifiedBy) = (false, null, null);
    }
}
