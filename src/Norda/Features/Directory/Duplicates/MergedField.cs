using System.Globalization;
using Norda.Features.Directory.Editor;

namespace Norda.Features.Directory.Duplicates;

/// <summary>Fields that the office chooses between when two entries become one.</summary>
internal static class MergedField
{
    public static readonly IReadOnlyList<EditorField<Company>> All =
    [
        .. ProfileSection.Data.Fields.Take(2),
        new("nip", "NIP", c => c.Nip, (c, v) => c.Nip = v),
        .. ProfileSection.Data.Fields.Skip(2), .. ProfileSection.Place.Fields, .. ProfileSection.About.Fields,
        new("logo", "Logo", c => c.Logo, (c, v) => c.Logo = v),
        new("legal_form", "Forma prawna", c => c.LegalForm, (c, v) => c.LegalForm = v),
        new("created_at", "W katalogu od", c => c.CreatedAt?.ToString("O", CultureInfo.InvariantCulture), (c, v) => c.CreatedAt = v is null ? null : DateTime.Parse(v, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)),
    ];
}
