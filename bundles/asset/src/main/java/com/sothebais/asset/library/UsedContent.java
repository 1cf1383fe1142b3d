package com.sothebais.asset.library;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.AssetUse;

/** A content and one place where it is shown. */
public record UsedContent(AssetId content, AssetUse use) {}
