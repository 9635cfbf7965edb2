using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Office.Settings;

/// <summary>Who the chamber is: on every page, in every letter, on invoices.</summary>
[Access(Resource.Settings, Act.Change)]
[FreshProof]
[ResponseCache(NoStore = true)]
public class ChamberModel(SaveChamberSettings save, ApplyChamberSettings apply, SavedSettings saved, IConfiguration configuration, IStringLocalizer<Texts> texts) : SettingsPage(save, apply, saved, configuration, texts)
{
    private static readonly ChamberOptions Usual = new();

    public override IReadOnlyList<SettingField> Fields { get; } =
    [
        Field(nameof(ChamberOptions.Name), "Nazwa serwisu", "W menu, w tytułach stron i w listach", usual: Usual.Name),
        Field(nameof(ChamberOptions.Owner), "Kto prowadzi serwis", "Nazwa izby i miejscowość, na przykład Izba Norda, Wejherowo", usual: Usual.Owner),
        Field(nameof(ChamberOptions.LegalName), "Pełna nazwa izby", "Na notach, wezwaniach i zaświadczeniach; puste: jak wyżej"),
        Field(nameof(ChamberOptions.Phone), "Telefon biura", type: "tel"),
        Field(nameof(ChamberOptions.Email), "E-mail biura", "Tu przychodzą pytania i zgłoszenia osób bez firmy", "email"),
        Field(nameof(ChamberOptions.Address), "Adres biura", "Ulica, numer, kod i miejscowość"),
        Field(nameof(ChamberOptions.Nip), "NIP izby"),
        Field(nameof(ChamberOptions.BankAccount), "Rachunek bankowy izby", "26 cyfr; na ten rachunek firmy wpłacają składki"),
        Field(nameof(ChamberOptions.TransferName), "Nazwa do przelewów", "Do 20 znaków, w kodzie QR przelewu; puste: początek pełnej nazwy"),
    ];

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Save(Texts["Zapisano. Widać to już na stronach."], cancel);

    private static SettingField Field(string property, string label, string? hint = null, string type = "text", string? usual = null) => new(KnownSetting.KeyOf(ChamberOptions.Section, property), label, hint, type, usual);
}
