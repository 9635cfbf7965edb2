using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Norda.Features.Mail;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Office.Settings;

/// <summary>The server that takes the chamber's letters. Its password goes in and never comes out.</summary>
[Access(Resource.Settings, Act.Change)]
[FreshProof]
[ResponseCache(NoStore = true)]
public class PostModel(SaveChamberSettings save, SendTestMail test, ApplyChamberSettings apply, SavedSettings saved, IConfiguration configuration, IStringLocalizer<Texts> texts) : SettingsPage(save, apply, saved, configuration, texts)
{
    private static readonly string PasswordKey = KnownSetting.KeyOf(MailOptions.Section, nameof(MailOptions.Password));

    public override IReadOnlyList<SettingField> Fields { get; } =
    [
        Field(nameof(MailOptions.Host), "Serwer poczty wychodzącej", "Na przykład smtp.izba.pl; puste: listy zapisują się jako pliki"),
        Field(nameof(MailOptions.Port), "Port", "Zwykle 587 albo 465", usual: "587"),
        new(KnownSetting.KeyOf(MailOptions.Section, nameof(MailOptions.Security)), "Szyfrowanie", Usual: "Auto", Choices: [("Auto", "samo dobierze"), ("StartTls", "STARTTLS"), ("SslOnConnect", "TLS od początku"), ("None", "bez szyfrowania")]),
        Field(nameof(MailOptions.From), "Adres nadawcy", type: "email"),
        Field(nameof(MailOptions.User), "Nazwa użytkownika"),
        Field(nameof(MailOptions.Password), "Hasło do poczty", "Zostaw puste, żeby nie zmieniać. Zapisane jest zaszyfrowane i nikomu go nie pokazujemy.", "password"),
    ];

    public bool HasPassword => IsSet(PasswordKey);

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Save(Texts["Zapisano. Wyślij list próbny, żeby sprawdzić."], cancel);

    public async Task<IActionResult> OnPostProbaAsync(CancellationToken cancel)
    {
        this.Say(await test.Run(cancel));
        return RedirectToPage();
    }

    private static SettingField Field(string property, string label, string? hint = null, string type = "text", string? usual = null) => new(KnownSetting.KeyOf(MailOptions.Section, property), label, hint, type, usual);
}
