using System.CommandLine;
using MimeKit;
using Norda.Features.Mail.Bounces;
using Norda.Platform;

namespace Norda.Features.Mail;

/// <summary>norda bounce FILE: for mail servers that hand a report to a program. Exit code 0 when it was about a letter of ours.</summary>
public static class BounceCommand
{
    private const string StandardInput = "-";

    public static Command Create(AppFactory app)
    {
        var file = new Argument<string>("plik") { Description = "Raport o niedoręczeniu (RFC 3464) jako plik .eml; „-” czyta ze standardowego wejścia." };
        var command = new Command("bounce", "Zapisuje, że list wrócił; adres, którego nie ma, zostaje wstrzymany.") { file };
        command.SetAction(async (parsed, cancel) =>
        {
            MimeMessage report;
            try
            {
                report = parsed.GetValue(file) is not StandardInput and { } path ? await MimeMessage.LoadAsync(path, cancel) : await MimeMessage.LoadAsync(Console.OpenStandardInput(), cancel);
            }
            catch (Exception unreadable) when (unreadable is FormatException or IOException)
            {
                await Console.Error.WriteLineAsync($"Nie da się przeczytać listu: {unreadable.Message}");
                return CommandLine.Failed;
            }

            await using var built = app();
            await using var scope = built.Services.CreateAsyncScope();
            var known = await scope.ServiceProvider.GetRequiredService<RecordBounce>().Run(report, cancel);
            Console.WriteLine(known > 0 ? $"Zapisane zwroty: {known}." : "To nie jest raport o liście wysłanym stąd.");
            return known > 0 ? 0 : CommandLine.Failed;
        });
        return command;
    }
}
