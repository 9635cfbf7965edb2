using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace Norda.Tests.Mail;

/// <summary>A mail server of our own: a real SMTP conversation, and the letters it took.</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();

    public SmtpSink()
    {
        listener.Start();
        _ = Serve();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public ConcurrentBag<MimeMessage> Letters { get; } = [];

    /// <summary>What is said to a recipient instead of yes.</summary>
    public string? Refusal { get; set; }

    public ValueTask DisposeAsync()
    {
        end.Cancel();
        listener.Dispose();
        end.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task Serve()
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                _ = Talk(await listener.AcceptTcpClientAsync(end.Token));
            }
            catch (Exception closed) when (closed is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task Talk(TcpClient client)
    {
        using var _ = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 sink");
        while (await reader.ReadLineAsync() is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO": await writer.WriteLineAsync("250-sink\r\n250 8BITMIME"); break;
                case "RCPT" when Refusal is not null: await writer.WriteLineAsync(Refusal); break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    await Take(reader);
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT": await writer.WriteLineAsync("221 bye"); return;
                default: await writer.WriteLineAsync("250 ok"); break;
            }
        }
    }

    private async Task Take(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        Letters.Add(await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()))));
    }
}
