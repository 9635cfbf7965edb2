using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Directory.Demo;
using Norda.Platform;

namespace Norda.Features.Office.Settings;

/// <summary>The demo chamber's own data, which its papers need: invented, with numbers whose digits add up.</summary>
public class DemoSettings(AppDb db, SaveChamberSettings save, IHostEnvironment environment, IConfiguration configuration) : IFreshDatabase
{
    public async Task Fill(CancellationToken cancel)
    {
        if (!DemoForNewcomers.IsWanted(environment, configuration) || await db.Set<ChamberSetting>().AnyAsync(cancel))
            return;
        await db.Unaudited(() => save.Run(new Dictionary<string, string?>
        {
            [Key(nameof(ChamberOptions.LegalName))] = "Pokazowa Izba Przedsiębiorców Norda", [Key(nameof(ChamberOptions.TransferName))] = "Izba Norda", [Key(nameof(ChamberOptions.Address))] = "ul. Przykładowa 1, 84-200 Wejherowo",
            [Key(nameof(ChamberOptions.Nip))] = "584-527-83-25", [Key(nameof(ChamberOptions.BankAccount))] = "61 1090 1014 0000 0712 1981 2874",
        }, cancel));
    }

    private static string Key(string property) => KnownSetting.KeyOf(ChamberOptions.Section, property);
}
