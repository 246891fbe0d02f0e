using System.Buffers.Binary;

namespace MlStrategyGuard.Package.Tests;

/// <summary>Data in formats that take a library: the package brings it, in the task and in the process.</summary>
public sealed class CompressedDataTests(PackageFeed feed)
{
    [Theory]
    [InlineData("-p:MlStrategyGuardProcess=false")]
    [InlineData("-p:MlStrategyGuardProcess=true")]
    public void ShiftInZstandardFiles_IsFoundInTheBuild(string way)
    {
        var consumer = new Consumer(feed).With(Strategies.WithTest("test.csv.zst"), testShift: 2);
        File.WriteAllBytes(consumer.At("test.csv.zst"), Zstandard(File.ReadAllBytes(consumer.At("test.csv"))));

        Assert.Equal(["error MLS1001 at mlstrategy.yaml(10,3)"], consumer.Build(way).Places);
    }

    /// <summary>A frame of one block that isn't compressed (RFC 8878, 3.1.1).</summary>
    private static byte[] Zstandard(byte[] text)
    {
        Assert.InRange(text.Length, 1, 128 << 10);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
        var block = (text.Length << 3) | 1;
        return [0x28, 0xB5, 0x2F, 0xFD, 0xA0, .. length, (byte)block, (byte)(block >> 8), (byte)(block >> 16), .. text];
    }
}
