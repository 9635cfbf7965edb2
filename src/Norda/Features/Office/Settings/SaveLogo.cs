using Norda.Features.Files;
using Norda.Platform;

namespace Norda.Features.Office.Settings;

/// <summary>The chamber's logo, drawn anew by us from whatever was sent.</summary>
public class SaveLogo(StorePicture store, SaveChamberSettings save)
{
    private const int LongestSide = 512;
    private static readonly string Key = KnownSetting.KeyOf(ChamberOptions.Section, nameof(ChamberOptions.Logo));

    public async Task<Outcome> Run(IFormFile? upload, CancellationToken cancel)
    {
        var (file, refusal) = await store.Run(upload, LongestSide, cancel);
        return file is null ? Outcome.Refuse(refusal!) : await save.Run(new Dictionary<string, string?> { [Key] = SettingFiles.AddressOf(file) }, cancel);
    }

    /// <summary>Back to the sign of Norda, or to what the configuration file names.</summary>
    public Task<Outcome> Remove(CancellationToken cancel) => save.Run(new Dictionary<string, string?> { [Key] = null }, cancel);
}
